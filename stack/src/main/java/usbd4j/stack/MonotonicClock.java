package usbd4j.stack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that only goes forward, at an even pace. A board without a battery gets its date from the network some time
 * after it booted, and a deadline must not notice.
 */
final class MonotonicClock implements InstantSource {
    private final Instant origin = Instant.now();
    private final long originNanos = System.nanoTime();

    @Override
    public Instant instant() {
        return origin.plus(Duration.ofNanos(System.nanoTime() - originNanos));
    }
}
