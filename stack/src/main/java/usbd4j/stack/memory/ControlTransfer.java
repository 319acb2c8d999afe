package usbd4j.stack.memory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.SetupPacket;

/** One control transfer, as the host sees it: what it sends, whether it waits for the end, what came of it. */
final class ControlTransfer {
    private final SetupPacket setup;
    private final ByteBuffer sent;
    private final boolean abandoned;
    private byte[] received = {};
    private @Nullable String stallReason;
    private boolean answered;

    ControlTransfer(SetupPacket setup, byte[] sent, boolean abandoned) {
        this.setup = setup;
        this.sent = ByteBuffer.wrap(sent).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
        this.abandoned = abandoned;
    }

    SetupPacket setup() {
        return setup;
    }

    ByteBuffer sent() {
        return sent;
    }

    /** {@return whether the host is still there to see the end} */
    boolean answer(ByteBuffer data) {
        answerOnce();
        if (data.remaining() > setup.wLength()) {
            throw new IllegalStateException(
                    "%d bytes for a request of %d".formatted(data.remaining(), setup.wLength()));
        }
        received = new byte[data.remaining()];
        data.get(received);
        return !abandoned;
    }

    void stall(String reason) {
        answerOnce();
        stallReason = reason;
    }

    /** {@return what the device sent} */
    byte[] result() {
        if (!answered) {
            throw new IllegalStateException("the device left %s unanswered".formatted(setup));
        }
        if (stallReason != null) {
            throw new StallException(stallReason);
        }
        return Arrays.copyOf(received, received.length);
    }

    private void answerOnce() {
        if (answered) {
            throw new IllegalStateException("the device answered %s twice".formatted(setup));
        }
        answered = true;
    }
}
