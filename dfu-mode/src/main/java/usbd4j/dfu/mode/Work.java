package usbd4j.dfu.mode;

import java.time.Duration;
import usbd4j.dfu.DfuStatus;

/**
 * How the memory gets on with a block.
 *
 * @param time how long the device is busy with it
 * @param status what the host is told after that time
 */
public record Work(Duration time, DfuStatus status) {
    /** Checks that time does not run backward. */
    public Work {
        if (time.isNegative()) {
            throw new IllegalArgumentException("work cannot take %s".formatted(time));
        }
    }

    /** {@return work that fails at once} */
    public static Work failed(DfuStatus status) {
        return new Work(Duration.ZERO, status);
    }
}
