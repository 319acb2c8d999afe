package usbd4j.stack.fault;

import usbd4j.stack.BusListener;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbBus;

/** Requests are stalled; the device does not see them. */
public final class StallFault extends FaultyBus {
    /**
     * Wraps a bus.
     *
     * @param delegate the bus
     * @param trigger which requests are stalled
     * @param text for the log
     */
    public StallFault(UsbBus delegate, Trigger trigger, String text) {
        super(delegate, trigger, text);
    }

    @Override
    protected void struck(SetupPacket setup, BusListener device) {
        stall("fault");
    }
}
