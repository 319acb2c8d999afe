package usbd4j.gadget.device;

import java.time.InstantSource;
import java.util.function.Consumer;
import usbd4j.stack.UsbBus;
import usbd4j.stack.fault.Trigger;

/**
 * Where a fault strikes.
 *
 * @param bus the bus that it goes around
 * @param trigger which requests it strikes
 * @param text what happens to them, for the log
 * @param clock tells the time
 * @param leave has the device leave the bus; called on the device thread
 */
public record FaultSite(
        UsbBus bus, Trigger trigger, String text, InstantSource clock, Consumer<FaultAction.Leave> leave) {}
