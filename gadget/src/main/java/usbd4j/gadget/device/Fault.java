package usbd4j.gadget.device;

import java.util.Optional;

/**
 * A way to misbehave at requests or events.
 *
 * @param when what it strikes
 * @param what what happens then
 */
public record Fault(FaultCondition when, FaultAction what) implements DeviceFault {
    /** Checks what belongs together. */
    public Fault {
        if (when.on() instanceof FaultyEvent event) {
            what.require(event);
        } else if (when.on() instanceof FaultyRequest request) {
            what.require(request, when.fields());
        }
    }

    @Override
    public Optional<String> objection(String kernelsName) {
        return when.on() instanceof FaultyRequest request && request.isStandard()
                ? Optional.of("a fault on %s is for --bus vhci or usbip: on %s the kernel answers this request"
                        .formatted(request, kernelsName))
                : Optional.empty();
    }

    @Override
    public boolean leaves() {
        return what instanceof FaultAction.Leave;
    }

    /** {@return for the log, such as "stall DNLOAD, block 7"} */
    @Override
    public String toString() {
        return what + " " + when;
    }
}
