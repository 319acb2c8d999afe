package usbd4j.gadget.device;

import java.util.Optional;

/**
 * A way to misbehave at a request.
 *
 * @param when the requests that it strikes
 * @param what what happens to them
 */
public record Fault(FaultCondition when, FaultAction what) implements DeviceFault {
    /** Checks what belongs together. */
    public Fault {
        if (what instanceof FaultAction.Change change) {
            if (change.changes().isEmpty()) {
                throw new IllegalArgumentException("a fault that changes data needs a key that says how");
            }
            if (!when.on().hasData()) {
                throw new IllegalArgumentException("%s has no data that a fault could change".formatted(when.on()));
            }
        }
    }

    @Override
    public Optional<String> objection(String kernelsName) {
        return when.on().isStandard()
                ? Optional.of("a fault on %s is for --bus vhci or usbip: on %s the kernel answers this request"
                        .formatted(when.on(), kernelsName))
                : Optional.empty();
    }

    /** {@return for the log, such as "stall DNLOAD, block 7"} */
    @Override
    public String toString() {
        return what + " " + when;
    }
}
