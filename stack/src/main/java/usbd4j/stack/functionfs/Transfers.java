package usbd4j.stack.functionfs;

import java.util.ArrayDeque;
import java.util.Queue;
import usbd4j.stack.BusListener;
import usbd4j.stack.Transfer;
import usbd4j.stack.linux.AsyncIo;

/**
 * The asynchronous I/O for the transfers of all endpoints, and the queue of those that have completed but are not reported
 * yet.
 */
final class Transfers implements AutoCloseable {
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
