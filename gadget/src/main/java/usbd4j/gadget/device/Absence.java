package usbd4j.gadget.device;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a device stays off the bus.
 *
 * @param time how long; empty if it stays away until it is plugged in again, that is until the program is started again
 */
public record Absence(Optional<Duration> time) {
    /** The device stays away until it is plugged in again. */
    public static final Absence UNTIL_PLUGGED = new Absence(Optional.empty());

    /** Checks that time does not run backward. */
    public Absence {
        if (time.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException("a device cannot be off the bus for %s".formatted(time.get()));
        }
    }

    /** {@return an absence of this many milliseconds} */
    public static Absence ofMillis(long millis) {
        return new Absence(Optional.of(Duration.ofMillis(millis)));
    }
}
