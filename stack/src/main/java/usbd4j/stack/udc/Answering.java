package usbd4j.stack.udc;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.linux.BlockedThread;

/**
 * The device thread's wait for the host to take part in an answer. The kernel waits for ever, also for a host that has given
 * up; a device that is to stop does not.
 */
final class Answering {
    /** A host that is still there needs less for what is left of an answer. */
    private static final long PATIENCE_MILLIS = 100;

    private final Lock lock = new ReentrantLock();
    private final Condition stopped = lock.newCondition();
    private boolean isStopping;
    private @Nullable Thread thread;
    private @Nullable BlockedThread answerer;
    private volatile @Nullable BlockedThread blocked;
    private volatile boolean isBrokenOff;

    /** Called on the device thread: it answers from now on. */
    void begin() {
        if (thread != Thread.currentThread()) {
            thread = Thread.currentThread();
            answerer = BlockedThread.current();
        }
        isBrokenOff = false;
        blocked = answerer;
    }

    /** {@return whether the answer was interrupted for good} */
    boolean isBrokenOff() {
        return isBrokenOff;
    }

    /** Called on the device thread: it has answered. */
    void end() {
        blocked = null;
    }

    /** Has answers end, taken or not, until {@link #stopped}. May be called on any thread. */
    void stop() {
        lock.lock();
        try {
            if (!isStopping) {
                isStopping = true;
                Thread patience = new Thread(this::breakOff, "usbd4j stop");
                patience.setDaemon(true);
                patience.start();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets answers take their time again. */
    void stopped() {
        lock.lock();
        try {
            isStopping = false;
            stopped.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void breakOff() {
        lock.lock();
        try {
            while (isStopping) {
                boolean isOver = stopped.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
                BlockedThread answering = blocked;
                if (!isOver && answering != null) {
                    isBrokenOff = true;
                    // Possibly just before the system call, and so in vain; then again after the same time.
                    answering.interrupt();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
