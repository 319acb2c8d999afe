package usbd4j.dfu.mode;

import java.time.Duration;
import usbd4j.dfu.DfuStatus;

/**
 * What writing a block takes, and its result.
 *
 * @param time how long the device is busy
 * @param status bStatus after that time
 * @param resets whether the device then leaves the bus and comes back in DFU mode, without telling the host a status; where the
 *     memory is not addressed, at once
 */
public record Work(Duration time, DfuStatus status, boolean resets) {
    /** Checks that the time is not negative. */
    public Work {
        if (time.isNegative()) {
            throw new IllegalArgumentException("the time is %s, and must not be negative".formatted(time));
        }
    }

    /**
     * Work without a reset of the device.
     *
     * @param time how long the device is busy
     * @param status bStatus after that time
     */
    public Work(Duration time, DfuStatus status) {
        this(time, status, false);
    }

    /** {@return work that fails at once} */
    public static Work failed(DfuStatus status) {
        return new Work(Duration.ZERO, status);
    }

    /** {@return the same work, after which the device resets if it succeeded} */
    public Work thenReset() {
        return new Work(time, status, status == DfuStatus.OK);
    }
}
