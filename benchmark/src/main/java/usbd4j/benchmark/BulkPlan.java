package usbd4j.benchmark;

import java.nio.ByteBuffer;

/**
 * So many transfers are made, and then the endpoint is quiet again.
 *
 * @param size of each, in bytes, 4 bytes
 * @param inFlight how many are submitted at once, 4 bytes
 * @param count how many there are in all, 4 bytes
 */
record BulkPlan(int size, int inFlight, int count) {
    /** Size of a plan in bytes. */
    static final int LENGTH = 12;

    /**
     * {@return the plan at the buffer's position, which moves behind it}
     *
     * @param buffer little-endian
     */
    static BulkPlan read(ByteBuffer buffer) {
        return new BulkPlan(buffer.getInt(), buffer.getInt(), buffer.getInt());
    }
}
