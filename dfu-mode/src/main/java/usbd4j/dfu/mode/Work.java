package usbd4j.dfu.mode;

import java.time.Duration;
import usbd4j.dfu.DfuStatus;

/**
 * How the memory gets on with a block.
 *
 * @param time how long the device is busy with it
 * @param status what the host is told after that time
 * @param resets whether the host is told nothing, because after that time the device leaves the bus, and comes back in DFU mode;
 *     of a memory that is addressed
 */
public record Work(Duration time, DfuStatus status, boolean resets) {
    /** Checks that time does not run backward. */
    public Work {
        if (time.isNegative()) {
            throw new IllegalArgumentException("work cannot take %s".formatted(time));
        }
    }

    /**
     * Work after which the device goes on.
     *
     * @param time how long the device is busy with it
     * @param status what the host is told after that time
     */
    public Work(Duration time, DfuStatus status) {
        this(time, status, false);
    }

    /** {@return work that fails at once} */
    public static Work failed(DfuStatus status) {
        return new Work(Duration.ZERO, status);
    }

    /** {@return the same work, with a reset of the device after it if it goes well} */
    public Work thenReset() {
        return new Work(time, status, status == DfuStatus.OK);
    }
}
