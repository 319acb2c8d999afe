package usbd4j.stack.memory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.SetupPacket;

/** A control transfer from the host's side: the setup packet, the OUT data, and the device's answer. */
public final class ControlTransfer {
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

    /** {@return whether the host waits for the status stage} */
    boolean answer(ByteBuffer data) {
        answerOnce();
        if (data.remaining() > setup.wLength()) {
            throw new IllegalStateException(
                    "the device sent %d bytes, but wLength is %d".formatted(data.remaining(), setup.wLength()));
        }
        received = new byte[data.remaining()];
        data.get(received);
        return !abandoned;
    }

    void stall(String reason) {
        answerOnce();
        stallReason = reason;
    }

    /** {@return whether the device has answered or stalled it} */
    public boolean isAnswered() {
        return answered;
    }

    /**
     * {@return the data that the device sent, empty for an OUT request}
     *
     * @throws StallException if the device stalled it
     * @throws IllegalStateException if the device has not answered it
     */
    public byte[] result() {
        if (!answered) {
            throw new IllegalStateException("the device did not answer %s".formatted(setup));
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
