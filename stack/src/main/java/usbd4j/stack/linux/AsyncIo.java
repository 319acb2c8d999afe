package usbd4j.stack.linux;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The kernel's asynchronous I/O (io_submit(2)), which is how FunctionFS takes several transfers at once without a thread for
 * each. What is over makes an eventfd readable, and so is waited for in the one {@link Poll}.
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
    private boolean closed;

    /** Asks the kernel for a place to queue operations. */
    public AsyncIo() {
        ByteBuffer made = ByteBuffer.allocateDirect(Native.POINTER_SIZE).order(ByteOrder.nativeOrder());
        SystemCall.checked(
                "set up asynchronous I/O", () -> LibC.syscall(architecture.ioSetup(), MOST_OPERATIONS, made));
        context = new Pointer(Native.POINTER_SIZE == Long.BYTES ? made.getLong(0) : made.getInt(0));
        ring = new CompletionRing(context);
    }

    /** {@return what is signalled when an operation is over; nobody reads it} */
    public WakeUp completions() {
        return completions;
    }

    /**
     * {@return a new operation, to be submitted again and again}
     *
     * @param file what it reads or writes
     * @param isWrite which of the two
     * @param buffer a direct buffer
     * @param over called with the number of bytes, or the negative errno, from {@link #tellCompletions}
     */
    public AsyncOperation operation(
            FileDescriptor file, boolean isWrite, ByteBuffer buffer, Consumer<AsyncOperation> over) {
        AsyncOperation operation =
                new AsyncOperation(operations.size(), file, isWrite, buffer, completions.descriptor(), over);
        operations.add(operation);
        return operation;
    }

    /**
     * Starts an operation: at once if the kernel has no other left to do, so that the host need not wait, or else together with
     * others at the next {@link #flush}, which is a system call less for each.
     *
     * @param operation which
     * @param offset where in its buffer it begins
     * @param length how many bytes
     */
    public void submit(AsyncOperation operation, int offset, int length) {
        operation.prepare(offset, length);
        if (collected.isFull()) {
            flush();
        }
        collected.add(operation);
        if (started == ring.count()) {
            flush();
        }
    }

    /** Starts what was submitted, all with one call, and calls back at once what cannot be started. */
    public void flush() {
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

    /** Calls back what is over. */
    public void tellCompletions() {
        // Once it is closed, the ring is no longer there.
        while (!closed && !ring.isEmpty()) {
            AsyncOperation ended = operations.get(ring.data());
            int result = ring.result();
            ring.remove();
            started--;
            ended.over(result);
        }
    }

    /** Cancels what is on its way, and waits until the kernel has let go of all buffers. */
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
