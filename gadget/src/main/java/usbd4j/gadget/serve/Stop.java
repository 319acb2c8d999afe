package usbd4j.gadget.serve;

import java.time.Duration;
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
     * Waits until the run is to end.
     *
     * @param longest how long at most
     * @return whether the run is to end
     * @throws InterruptedException if the thread is interrupted
     */
    boolean await(Duration longest) throws InterruptedException {
        return wish.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }
}
