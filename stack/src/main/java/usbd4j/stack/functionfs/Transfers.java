package usbd4j.stack.functionfs;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import usbd4j.stack.BusListener;
import usbd4j.stack.Transfer;
import usbd4j.stack.linux.AsyncIo;

/**
 * The asynchronous I/O for the transfers of all endpoints, and the queue of those that have completed but are not reported
 * yet.
 */
final class Transfers implements AutoCloseable {
    /** A work queue of the kernel completes the transfers; on a busy machine that takes a few milliseconds. */
    private static final long LONGEST_NANOS = 100_000_000;

    private static final long BETWEEN_LOOKS_NANOS = 200_000;

    private final AsyncIo asyncIo = new AsyncIo();
    private final Queue<Transfer> over = new ArrayDeque<>();

    AsyncIo asyncIo() {
        return asyncIo;
    }

    void ended(Transfer transfer) {
        over.add(transfer);
    }

    /** Reports the transfers that have completed. */
    void tell(BusListener listener) {
        asyncIo.tellCompletions();
        tellEnded(listener);
    }

    /** Waits until the kernel has completed all transfers, which it does soon after it has disabled the endpoints. */
    void awaitAll(BusListener listener) {
        long begun = System.nanoTime();
        tell(listener);
        while (asyncIo.isBusy() && System.nanoTime() - begun < LONGEST_NANOS) {
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            tell(listener);
        }
    }

    /** Starts the transfers that were submitted, and reports those that could not be started. */
    void flush(BusListener listener) {
        do {
            asyncIo.flush();
        } while (tellEnded(listener));
    }

    private boolean tellEnded(BusListener listener) {
        boolean hasAny = !over.isEmpty();
        while (!over.isEmpty()) {
            listener.transferred(over.remove());
        }
        return hasAny;
    }

    @Override
    public void close() {
        asyncIo.close();
    }
}
