package usbd4j.stack.gadgetfs;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.linux.BlockedThread;
import usbd4j.stack.linux.FileDescriptor;

/**
 * Performs an endpoint's transfers one after the other; each blocks until the host has completed it.
 *
 * <p>Asynchronous I/O would need no thread but must not be used with GadgetFS: cancelling a transfer, which the kernel also
 * does when the process is killed, deadlocks the kernel on a lock that it already holds.
 */
final class EndpointThread {
    private static final long BETWEEN_SIGNALS_MILLIS = 1;

    private final boolean isWrite;
    private final FileDescriptor file;
    private final Completions completions;
    private final BlockingQueue<BlockingTransfer> submitted = new LinkedBlockingQueue<>();
    private final AtomicReference<@Nullable BlockedThread> blocked = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean isEnding;

    EndpointThread(String name, boolean isWrite, FileDescriptor file, Completions completions) {
        this.isWrite = isWrite;
        this.file = file;
        this.completions = completions;
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    void submit(BlockingTransfer transfer) {
        submitted.add(transfer);
    }

    private void run() {
        blocked.set(BlockedThread.current());
        try {
            while (!isEnding) {
                BlockingTransfer next = submitted.take();
                if (isEnding) {
                    next.drop();
                } else {
                    next.perform(isWrite, file);
                }
                completions.add(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Aborts the transfer in progress and waits until the kernel no longer uses its buffer. */
    void end() {
        isEnding = true;
        thread.interrupt();
        boolean wasInterrupted = false;
        while (thread.isAlive()) {
            BlockedThread inKernel = blocked.get();
            if (inKernel != null) {
                // Repeated, because a signal just before the system call is lost.
                inKernel.interrupt();
            }
            try {
                thread.join(BETWEEN_SIGNALS_MILLIS);
            } catch (InterruptedException e) {
                wasInterrupted = true;
            }
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Drops the transfers that were not started before {@link #end}. */
    void drop() {
        for (BlockingTransfer left = submitted.poll(); left != null; left = submitted.poll()) {
            left.drop();
            completions.add(left);
        }
    }
}
