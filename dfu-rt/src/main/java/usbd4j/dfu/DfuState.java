package usbd4j.dfu;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The states of a DFU device, as bState has them (DFU 1.1, A.1). */
public enum DfuState {
    /** Running its normal application. */
    APP_IDLE(0, "appIDLE"),
    /** Running its normal application, has received DETACH, and waits for a bus reset. */
    APP_DETACH(1, "appDETACH"),
    /** In DFU mode, waiting for requests. */
    DFU_IDLE(2, "dfuIDLE"),
    /** Has received a block, and waits for the host to ask with GETSTATUS. */
    DFU_DNLOAD_SYNC(3, "dfuDNLOAD-SYNC"),
    /** Programming a block. */
    DFU_DNBUSY(4, "dfuDNBUSY"),
    /** Waiting for the next block. */
    DFU_DNLOAD_IDLE(5, "dfuDNLOAD-IDLE"),
    /** Has received the final block, and waits for the host to ask with GETSTATUS. */
    DFU_MANIFEST_SYNC(6, "dfuMANIFEST-SYNC"),
    /** Manifesting the new firmware. */
    DFU_MANIFEST(7, "dfuMANIFEST"),
    /** Has manifested, and waits for a bus reset. */
    DFU_MANIFEST_WAIT_RESET(8, "dfuMANIFEST-WAIT-RESET"),
    /** Uploading, waiting for the next UPLOAD. */
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

    /** {@return the state's name in the specification} */
    @Override
    public String toString() {
        return text;
    }
}
