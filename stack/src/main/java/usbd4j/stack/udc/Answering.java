package usbd4j.stack.udc;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.linux.BlockedThread;

/**
 * The device thread's wait until the host has completed a control transfer. The kernel waits for ever, even for a host that
 * has given up; a device that is stopped does not.
 */
final class Answering {
    /** A host that is still there completes the transfer in less time than this. */
    private static final long PATIENCE_MILLIS = 100;

    private final Lock lock = new ReentrantLock();
    private final Condition stopped = lock.newCondition();
    private boolean isStopping;
    private @Nullable Thread thread;
    private @Nullable BlockedThread answerer;
    private volatile @Nullable BlockedThread blocked;
    private volatile boolean isBrokenOff;

    /** Called on the device thread before it answers a request. */
    void begin() {
        if (thread != Thread.currentThread()) {
            thread = Thread.currentThread();
            answerer = BlockedThread.current();
        }
        isBrokenOff = false;
        blocked = answerer;
    }

    /** {@return whether the answer was aborted} */
    boolean isBrokenOff() {
        return isBrokenOff;
    }

    /** Called on the device thread after it has answered. */
    void end() {
        blocked = null;
    }

    /** Aborts every answer that the host does not take, until {@link #stopped} is called. May be called on any thread. */
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

    /** {@return whether answers are being aborted} */
    boolean isStopping() {
        lock.lock();
        try {
            return isStopping;
        } finally {
            lock.unlock();
        }
    }

    /** Lets answers wait for the host again. */
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
                    // A signal just before the system call is lost; the next turn sends another.
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
