package usbd4j.dfu.flash;

import java.time.Duration;

/**
 * How long the memory is busy.
 *
 * @param programming with each KiB that is programmed
 * @param erasure with each sector that is erased
 */
public record FlashTimes(Duration programming, Duration erasure) {
    /** No time at all. */
    public static final FlashTimes NONE = new FlashTimes(Duration.ZERO, Duration.ZERO);

    private static final int KIBIBYTE = 1024;

    /** Checks that time does not run backward. */
    public FlashTimes {
        if (programming.isNegative() || erasure.isNegative()) {
            throw new IllegalArgumentException("flash cannot take %s and %s".formatted(programming, erasure));
        }
    }

    /**
     * {@return how long programming takes}
     *
     * @param length in bytes
     */
    public Duration programming(int length) {
        return programming.multipliedBy(length).dividedBy(KIBIBYTE);
    }

    /**
     * {@return how long erasing takes}
     *
     * @param sectors how many
     */
    public Duration erasure(long sectors) {
        return erasure.multipliedBy(sectors);
    }
}
