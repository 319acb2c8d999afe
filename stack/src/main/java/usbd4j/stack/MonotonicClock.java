package usbd4j.stack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that never jumps. A board without a battery-backed clock sets its date from the network after boot; deadlines
 * must not be affected.
 */
public final class MonotonicClock implements InstantSource {
    private final Instant origin = Instant.now();
    private final long originNanos = System.nanoTime();

    /** Begins with the current time. */
    public MonotonicClock() {}

    @Override
    public Instant instant() {
        return origin.plus(Duration.ofNanos(System.nanoTime() - originNanos));
    }
}
