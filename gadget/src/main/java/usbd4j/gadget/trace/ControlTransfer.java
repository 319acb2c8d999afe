package usbd4j.gadget.trace;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import usbd4j.stack.SetupPacket;

/**
 * A control transfer.
 *
 * @param time when its setup packet came
 * @param took how long the host waited for the end
 * @param setup the setup packet
 * @param ending how it ended
 * @param data what was transferred in the data stage, from position to limit, in whichever direction. If the host gave up an IN
 *     transfer, what it did not read. Valid during the call, see {@link #kept}
 * @param reason why it was stalled; empty if it was not
 */
public record ControlTransfer(
        Instant time, Duration took, SetupPacket setup, Ending ending, ByteBuffer data, String reason)
        implements TraceEvent {
    /** For a transfer without data. */
    public static final ByteBuffer NO_DATA = ByteBuffer.allocate(0).asReadOnlyBuffer();

    @Override
    public String text() {
        return Vocabulary.control(this);
    }

    @Override
    public String seen() {
        return reason.isEmpty() ? text() : new ControlTransfer(time, took, setup, ending, data, "").text();
    }

    @Override
    public void tell(TraceVisitor visitor) {
        visitor.control(this);
    }

    @Override
    public ControlTransfer kept() {
        return new ControlTransfer(time, took, setup, ending, TraceEvent.copy(data), reason);
    }
}
