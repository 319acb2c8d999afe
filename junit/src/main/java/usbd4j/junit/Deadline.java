package usbd4j.junit;

import java.time.Duration;

/**
 * The end of a wait.
 *
 * @param nanoTime as {@link System#nanoTime} will tell it
 */
record Deadline(long nanoTime) {
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** {@return the time until then; zero or less if it is over} */
    Duration left() {
        return Duration.ofNanos(nanoTime - System.nanoTime());
    }

    boolean isOver() {
        return nanoTime - System.nanoTime() <= 0;
    }
}
