package usbd4j.gadget.trace;

import java.time.Instant;

/**
 * Events are missing here, because the device was faster than the writing.
 *
 * @param time when writing went on
 * @param count how many are missing, at least one
 */
public record Lost(Instant time, long count) implements TraceEvent {
    @Override
    public String text() {
        return count + " events are missing in the trace: the device was faster than the writing";
    }

    @Override
    public void tell(TraceVisitor visitor) {
        visitor.lost(this);
    }
}
