package usbd4j.stack.fault;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** A time that begins with an occasion, and ends while the device waits for its bus. */
final class Timer {
    private final Optional<Duration> time;
    private final InstantSource clock;
    private Instant end = Instant.MAX;

    /**
     * A timer that is not running.
     *
     * @param time how long; empty if it never ends
     * @param clock tells the time
     */
    Timer(Optional<Duration> time, InstantSource clock) {
        this.time = time;
        this.clock = clock;
    }

    void start() {
        end = time.map(clock.instant()::plus).orElse(Instant.MAX);
    }

    void stop() {
        end = Instant.MAX;
    }

    boolean isRunning() {
        return end.isBefore(Instant.MAX);
    }

    /** {@return whether it was started, and its time is over} */
    boolean isOver() {
        return !clock.instant().isBefore(end);
    }

    /** {@return how long to wait: no longer than the time is} */
    Optional<Duration> within(Optional<Duration> timeout) {
        if (!isRunning()) {
            return timeout;
        }
        Duration left = Duration.between(clock.instant(), end);
        Duration mine = left.isNegative() ? Duration.ZERO : left;
        return timeout.filter(each -> each.compareTo(mine) < 0).or(() -> Optional.of(mine));
    }
}
