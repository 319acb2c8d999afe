package usbd4j.stack.linux;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The kernel's asynchronous I/O (io_submit(2)), with which FunctionFS accepts several transfers at once without a thread for
 * each. A completed operation makes an eventfd readable, so {@link Poll} waits for it together with everything else.
 */
public final class AsyncIo implements AutoCloseable {
    private static final int MOST_OPERATIONS = 256;

    private final Architecture architecture = Architecture.ofThisMachine();
    private final WakeUp completions = new WakeUp();
    private final Pointer context;
    private final List<AsyncOperation> operations = new ArrayList<>();
    private final SubmissionList collected = new SubmissionList(MOST_OPERATIONS);
    private final CompletionRing ring;
    private int started;
    private boolean isHeldBack;
    private boolean closed;

    /** Creates an I/O context. */
    public AsyncIo() {
        ByteBuffer made = ByteBuffer.allocateDirect(Native.POINTER_SIZE).order(ByteOrder.nativeOrder());
        SystemCall.checked(
                "set up asynchronous I/O", () -> LibC.syscall(architecture.ioSetup(), MOST_OPERATIONS, made));
        context = new Pointer(Native.POINTER_SIZE == Long.BYTES ? made.getLong(0) : made.getInt(0));
        ring = new CompletionRing(context);
    }

    /** {@return the eventfd that is signalled when an operation has completed; it is never read} */
    public WakeUp completions() {
        return completions;
    }

    /**
     * {@return a new operation, which can be submitted any number of times}
     *
     * @param file the file to read or write
     * @param isWrite whether to write
     * @param buffer a direct buffer
     * @param over called by {@link #tellCompletions} when the operation has completed
     */
    public AsyncOperation operation(
            FileDescriptor file, boolean isWrite, ByteBuffer buffer, Consumer<AsyncOperation> over) {
        AsyncOperation operation =
                new AsyncOperation(operations.size(), file, isWrite, buffer, completions.descriptor(), over);
        operations.add(operation);
        return operation;
    }

    /**
     * Submits an operation: at once if the kernel has no other operation in progress, so that the host need not wait, or
     * else together with others at the next {@link #flush}, to save system calls; after {@link #holdBack}, always then.
     *
     * @param operation the operation
     * @param offset the offset in its buffer
     * @param length the number of bytes
     */
    public void submit(AsyncOperation operation, int offset, int length) {
        operation.prepare(offset, length);
        if (collected.isFull()) {
            flush();
        }
        collected.add(operation);
        if (!isHeldBack && started == ring.count()) {
            flush();
        }
    }

    /** Starts no operation before the next {@link #flush}. */
    public void holdBack() {
        isHeldBack = true;
    }

    /** Ends the operations that have not been started with ECONNRESET. */
    public void takeBack() {
        while (!collected.isEmpty()) {
            AsyncOperation first = collected.first();
            collected.remove(1);
            first.over(-Errno.ECONNRESET.number());
        }
    }

    /** Starts all submitted operations with one system call, and calls back those that cannot be started. */
    public void flush() {
        isHeldBack = false;
        while (!collected.isEmpty()) {
            int result = SystemCall.result(
                    LibC.syscall(architecture.ioSubmit(), context, collected.count(), collected.address()));
            if (result >= 0) {
                started += result;
                collected.remove(result);
            } else {
                AsyncOperation refused = collected.first();
                collected.remove(1);
                refused.over(result);
            }
        }
    }

    /** {@return whether the kernel works on an operation} */
    public boolean isBusy() {
        return started > 0;
    }

    /** Calls back the operations that have completed. */
    public void tellCompletions() {
        // Closing unmaps the ring.
        while (!closed && !ring.isEmpty()) {
            AsyncOperation ended = operations.get(ring.data());
            int result = ring.result();
            ring.remove();
            started--;
            ended.over(result);
        }
    }

    /** Cancels the operations in progress and waits until the kernel no longer uses their buffers. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            collected.clear();
            LibC.syscall(architecture.ioDestroy(), context);
            completions.close();
        }
    }
}
