package usbd4j.dfu;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The states of a DFU device, with the values of bState (DFU 1.1, 6.1.2). */
public enum DfuState {
    /** Runs its application. */
    APP_IDLE(0, "appIDLE"),
    /** Runs its application, has received DETACH, and waits for a bus reset. */
    APP_DETACH(1, "appDETACH"),
    /** In DFU mode, waits for requests. */
    DFU_IDLE(2, "dfuIDLE"),
    /** Has received a block, and waits for GETSTATUS. */
    DFU_DNLOAD_SYNC(3, "dfuDNLOAD-SYNC"),
    /** Writes a block. */
    DFU_DNBUSY(4, "dfuDNBUSY"),
    /** Waits for the next block. */
    DFU_DNLOAD_IDLE(5, "dfuDNLOAD-IDLE"),
    /** Has received the final block, or has manifested, and waits for GETSTATUS. */
    DFU_MANIFEST_SYNC(6, "dfuMANIFEST-SYNC"),
    /** Manifests the new firmware. */
    DFU_MANIFEST(7, "dfuMANIFEST"),
    /** Has manifested, and waits for a bus reset. */
    DFU_MANIFEST_WAIT_RESET(8, "dfuMANIFEST-WAIT-RESET"),
    /** Waits for the next UPLOAD. */
    DFU_UPLOAD_IDLE(9, "dfuUPLOAD-IDLE"),
    /** Has met an error, and waits for CLRSTATUS. */
    DFU_ERROR(10, "dfuERROR");

    private final int code;
    private final String text;

    DfuState(int code, String text) {
        this.code = code;
        this.text = text;
    }

    /** {@return the value of bState} */
    public int code() {
        return code;
    }

    /**
     * {@return the state with this code, or empty if there is none}
     *
     * @param code the value of bState
     */
    public static Optional<DfuState> of(int code) {
        for (DfuState state : values()) {
            if (state.code == code) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    /** {@return the answer to GETSTATE, one byte, ready to be read} */
    public ByteBuffer bytes() {
        return ByteBuffer.allocate(1).put((byte) code).flip();
    }

    /** {@return the name of the state in the specification} */
    @Override
    public String toString() {
        return text;
    }
}
