package usbd4j.gadget.serve;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The wish that a run ends. Made once, by any thread, and for good. */
final class Stop {
    private final CountDownLatch wish = new CountDownLatch(1);

    void wish() {
        wish.countDown();
    }

    boolean isWished() {
        return wish.getCount() == 0;
    }

    /**
     * Waits until a time is over, or the run is to end.
     *
     * @param time how long; empty for as long as the run goes on
     */
    void await(Optional<Duration> time) {
        try {
            if (time.isEmpty()) {
                wish.await();
            } else if (!wish.await(time.get().toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
