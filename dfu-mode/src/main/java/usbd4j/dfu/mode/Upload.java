package usbd4j.dfu.mode;

import java.nio.ByteBuffer;
import usbd4j.dfu.DfuStatus;

/**
 * What the memory gives for a block of an upload.
 *
 * @param status OK; or why it gives nothing, which the host is told
 * @param bytes ready to be read
 */
public record Upload(DfuStatus status, ByteBuffer bytes) {
    /**
     * {@return these bytes}
     *
     * @param bytes ready to be read
     */
    public static Upload of(ByteBuffer bytes) {
        return new Upload(DfuStatus.OK, bytes);
    }

    /**
     * {@return a refusal}
     *
     * @param status why
     */
    public static Upload refused(DfuStatus status) {
        return new Upload(status, ByteBuffer.allocate(0));
    }
}
