package usbd4j.dfu.mode;

import java.nio.ByteBuffer;
import usbd4j.dfu.DfuStatus;

/**
 * One block of an upload.
 *
 * @param status OK, or bStatus of the error
 * @param bytes the block, from position to limit; empty after an error
 */
public record Upload(DfuStatus status, ByteBuffer bytes) {
    /**
     * {@return a block}
     *
     * @param bytes from position to limit
     */
    public static Upload of(ByteBuffer bytes) {
        return new Upload(DfuStatus.OK, bytes);
    }

    /**
     * {@return an error}
     *
     * @param status bStatus
     */
    public static Upload refused(DfuStatus status) {
        return new Upload(status, ByteBuffer.allocate(0));
    }
}
