package usbd4j.stack.gadgetfs;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import usbd4j.stack.BusListener;
import usbd4j.stack.linux.WakeUp;

/** The queue of completed transfers from the endpoints' threads to the device thread. */
final class Completions implements AutoCloseable {
    private final Queue<BlockingTransfer> done = new ConcurrentLinkedQueue<>();
    private final WakeUp wakeUp = new WakeUp();

    WakeUp wakeUp() {
        return wakeUp;
    }

    /** Called on any thread. */
    void add(BlockingTransfer transfer) {
        done.add(transfer);
        wakeUp.signal();
    }

    /** Reports the transfers that have completed. Called on the device thread. */
    void tell(BusListener listener) {
        wakeUp.clear();
        for (BlockingTransfer next = done.poll(); next != null; next = done.poll()) {
            if (next.isOver()) {
                listener.transferred(next);
            }
        }
    }

    @Override
    public void close() {
        wakeUp.close();
    }
}
