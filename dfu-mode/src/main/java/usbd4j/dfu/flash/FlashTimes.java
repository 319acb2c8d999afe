package usbd4j.dfu.flash;

import java.time.Duration;

/**
 * The time that operations take.
 *
 * @param programming the time to program 1 KiB
 * @param erasure the time to erase a sector
 */
public record FlashTimes(Duration programming, Duration erasure) {
    /** No time at all. */
    public static final FlashTimes NONE = new FlashTimes(Duration.ZERO, Duration.ZERO);

    private static final int KIBIBYTE = 1024;

    /** Checks that neither time is negative. */
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
     * @param sectors the number of sectors
     */
    public Duration erasure(long sectors) {
        return erasure.multipliedBy(sectors);
    }
}
