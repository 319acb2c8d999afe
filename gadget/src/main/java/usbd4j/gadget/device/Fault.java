package usbd4j.gadget.device;

/**
 * A way to misbehave.
 *
 * @param when what it strikes
 * @param what what happens then
 */
public record Fault(FaultCondition when, FaultAction what) {
    /** Checks what belongs together. */
    public Fault {
        if (when.on() instanceof FaultyEvent event) {
            what.require(event);
        } else if (when.on() instanceof FaultyRequest request) {
            what.require(request);
        }
    }

    /** {@return for the log, such as "stall DNLOAD, block 7"} */
    @Override
    public String toString() {
        return what + " " + when;
    }
}
