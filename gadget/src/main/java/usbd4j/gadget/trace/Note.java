package usbd4j.gadget.trace;

import java.time.Instant;

/**
 * What the program has to say: that the device leaves the bus and why, that there is new firmware, a warning.
 *
 * @param time when
 * @param text a sentence
 */
public record Note(Instant time, String text) implements TraceEvent {
    @Override
    public void tell(TraceVisitor visitor) {
        visitor.note(this);
    }
}
