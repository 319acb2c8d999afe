package usbd4j.stack.gadgetfs;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.linux.BlockedThread;
import usbd4j.stack.linux.FileDescriptor;

/**
 * Does an endpoint's transfers one after the other, each of which blocks until the host has taken part.
 *
 * <p>Asynchronous I/O would do without a thread, but must not be used with GadgetFS: taking back a transfer, as the kernel
 * does by itself for a process that is killed, makes it wait for a lock that it holds, and the machine stands still.
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

    /** Breaks off what is submitted, and waits until the kernel has let go of it. */
    void end() {
        isEnding = true;
        thread.interrupt();
        boolean wasInterrupted = false;
        while (thread.isAlive()) {
            BlockedThread inKernel = blocked.get();
            if (inKernel != null) {
                // Again and again, since a signal just before the system call is lost.
                inKernel.interrupt();
            }
            try {
                thread.join(BETWEEN_SIGNALS_MILLIS);
            } catch (InterruptedException e) {
                wasInterrupted = true;
            }
        }
        for (BlockingTransfer left = submitted.poll(); left != null; left = submitted.poll()) {
            left.drop();
            completions.add(left);
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
