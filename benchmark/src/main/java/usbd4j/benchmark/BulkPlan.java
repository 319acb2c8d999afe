package usbd4j.benchmark;

import java.nio.ByteBuffer;

/**
 * A number of bulk transfers that the host asks an endpoint to make.
 *
 * @param size the size of each transfer in bytes, 4 bytes
 * @param inFlight the number of transfers submitted at the same time, 4 bytes
 * @param count the total number of transfers, 4 bytes
 */
record BulkPlan(int size, int inFlight, int count) {
    /** Size of a plan in bytes. */
    static final int LENGTH = 12;

    /**
     * {@return the plan at the buffer's position, which is advanced past it}
     *
     * @param buffer little-endian
     */
    static BulkPlan read(ByteBuffer buffer) {
        return new BulkPlan(buffer.getInt(), buffer.getInt(), buffer.getInt());
    }
}
