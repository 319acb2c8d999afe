package usbd4j.gadget.device;

import java.util.Optional;
import usbd4j.stack.fault.LeaveFault;

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
            what.require(request);
        }
        if (what instanceof FaultAction.Leave leave && leave.moment() == LeaveFault.Moment.STATUS_STAGE) {
            requireNoData(when);
        }
    }

    private static void requireNoData(FaultCondition when) {
        if (when.on() == FaultyRequest.DNLOAD && !when.fields().wLength().equals(Optional.of(0))) {
            throw new IllegalArgumentException(
                    "performed needs wLength = 0 on DNLOAD: its data are received only with the status stage");
        }
    }

    @Override
    public Optional<String> objection(String kernelsName) {
        return when.on() instanceof FaultyRequest request && request.isStandard()
                ? Optional.of("a fault on %s is for --bus vhci or usbip: on %s the kernel answers this request"
                        .formatted(request, kernelsName))
                : Optional.empty();
    }

    /** {@return for the log, such as "stall DNLOAD, block 7"} */
    @Override
    public String toString() {
        return what + " " + when;
    }
}
