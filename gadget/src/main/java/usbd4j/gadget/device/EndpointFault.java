package usbd4j.gadget.device;

import java.time.InstantSource;
import java.util.Optional;
import usbd4j.stack.UsbBus;
import usbd4j.stack.fault.FaultyEndpoints;
import usbd4j.stack.fault.TransferFault;
import usbd4j.stack.fault.Trigger;

/**
 * A way to misbehave on an endpoint of the class that is served in place of DFU.
 *
 * @param bEndpointAddress the endpoint, such as 0x81, as the device numbers it; not endpoint zero
 * @param what what happens to its transfers
 * @param which the transfers that are struck
 */
public record EndpointFault(int bEndpointAddress, TransferFault what, Occurrences which) implements DeviceFault {
    private static final int IN = 0x80;
    private static final int LAST = 0x0F;

    /** Checks what belongs together. */
    public EndpointFault {
        int number = bEndpointAddress & ~IN;
        if (number < 1 || number > LAST) {
            throw new IllegalArgumentException(
                    "0x%02x is no endpoint of a class: these are 0x01 to 0x0f, and 0x81 to 0x8f for IN"
                            .formatted(bEndpointAddress));
        }
        if (what instanceof TransferFault.Babble && (bEndpointAddress & IN) == 0) {
            throw new IllegalArgumentException(
                    "a device babbles on an endpoint for IN, and 0x%02x is for OUT".formatted(bEndpointAddress));
        }
    }

    @Override
    public boolean leaves() {
        return false;
    }

    @Override
    public Optional<String> objection(String kernelsName) {
        return what instanceof TransferFault.Babble
                ? Optional.of(
                        "a fault that babbles is for --bus vhci or usbip: on %s the controller decides how much it sends"
                                .formatted(kernelsName))
                : Optional.empty();
    }

    /** {@return what counts its transfers} */
    public Trigger trigger() {
        return which.trigger(occasion -> true);
    }

    /**
     * {@return a bus on which it happens}
     *
     * @param bus the bus without it
     * @param trigger what counts its transfers
     * @param clock tells the time
     */
    public UsbBus around(UsbBus bus, Trigger trigger, InstantSource clock) {
        return new FaultyEndpoints(bus, bEndpointAddress, what, trigger, toString(), clock);
    }

    /** {@return for the log, such as "halt, endpoint 0x81"} */
    @Override
    public String toString() {
        return "%s, endpoint 0x%02x".formatted(what, bEndpointAddress);
    }
}
