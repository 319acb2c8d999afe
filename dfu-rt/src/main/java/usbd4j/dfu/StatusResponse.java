package usbd4j.dfu;

import static usbd4j.stack.descriptor.Unsigned.u8;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The answer to GETSTATUS (DFU 1.1, 6.1.2).
 *
 * @param bStatus 1 byte, the result of the last request
 * @param bwPollTimeout 3 bytes, the least time that the host must wait before its next GETSTATUS, in milliseconds
 * @param bState 1 byte, the state the device enters after this answer
 * @param iString 1 byte, index of a string that describes the status, 0 for none
 */
public record StatusResponse(DfuStatus bStatus, int bwPollTimeout, DfuState bState, int iString) {
    static final int LENGTH = 6;
    private static final int LONGEST_POLL_TIMEOUT = 0xFFFFFF;

    /** Checks every field's range. */
    public StatusResponse {
        if (bwPollTimeout < 0 || bwPollTimeout > LONGEST_POLL_TIMEOUT) {
            throw new IllegalArgumentException(
                    "bwPollTimeout is %d, and must be within 0 and %d".formatted(bwPollTimeout, LONGEST_POLL_TIMEOUT));
        }
        u8("iString", iString);
    }

    /**
     * {@return an answer without error, poll time-out and string}
     *
     * @param bState the state
     */
    public static StatusResponse ok(DfuState bState) {
        return new StatusResponse(DfuStatus.OK, 0, bState, 0);
    }

    /** {@return the six bytes, ready to be read} */
    public ByteBuffer bytes() {
        return ByteBuffer.allocate(LENGTH)
                .put((byte) bStatus.code())
                .put((byte) bwPollTimeout)
                .put((byte) (bwPollTimeout >> 8))
                .put((byte) (bwPollTimeout >> 16))
                .put((byte) bState.code())
                .put((byte) iString)
                .flip();
    }

    /**
     * {@return the answer in a buffer, or empty if it is too short or has an unknown status or state}
     *
     * @param buffer the answer, from its position
     */
    public static Optional<StatusResponse> read(ByteBuffer buffer) {
        if (buffer.remaining() < LENGTH) {
            return Optional.empty();
        }
        Optional<DfuStatus> bStatus = DfuStatus.of(Byte.toUnsignedInt(buffer.get()));
        int bwPollTimeout = Byte.toUnsignedInt(buffer.get())
                | Byte.toUnsignedInt(buffer.get()) << 8
                | Byte.toUnsignedInt(buffer.get()) << 16;
        Optional<DfuState> bState = DfuState.of(Byte.toUnsignedInt(buffer.get()));
        int iString = Byte.toUnsignedInt(buffer.get());
        return bStatus.flatMap(
                status -> bState.map(state -> new StatusResponse(status, bwPollTimeout, state, iString)));
    }

    /** {@return the answer as text, such as "errWRITE, dfuERROR" or "OK, dfuDNBUSY, ask again in 20 ms"} */
    @Override
    public String toString() {
        String wait = bwPollTimeout == 0 ? "" : ", ask again in " + bwPollTimeout + " ms";
        return bStatus + ", " + bState + wait;
    }
}
