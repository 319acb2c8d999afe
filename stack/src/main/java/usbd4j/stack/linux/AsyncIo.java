package usbd4j.stack.linux;

import com.sun.jna.Native;
import com.sun.jna.Platform;
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
    private static final int MOST_AT_ONCE = 32;

    /** struct io_event: data, obj, res, res2, each of 64 bits. */
    private static final int EVENT_LENGTH = 32;

    private static final int EVENT_RES = 16;

    private final Calls calls = Calls.ofThisMachine();
    private final WakeUp completions = new WakeUp();
    private final Pointer context;
    private final List<AsyncOperation> operations = new ArrayList<>();
    private final NativeMemory events = NativeMemory.allocate(MOST_AT_ONCE * EVENT_LENGTH);
    private final NativeMemory noTime = NativeMemory.allocate(2 * Long.BYTES);
    private boolean closed;

    /** Asks the kernel for a place to queue operations. */
    public AsyncIo() {
        ByteBuffer made = ByteBuffer.allocateDirect(Native.POINTER_SIZE).order(ByteOrder.nativeOrder());
        SystemCall.checked("set up asynchronous I/O", () -> LibC.syscall(calls.setup, MOST_OPERATIONS, made));
        context = new Pointer(Native.POINTER_SIZE == Long.BYTES ? made.getLong(0) : made.getInt(0));
    }

    /** The numbers of the system calls, which are not the same on every machine. */
    private record Calls(int setup, int destroy, int getEvents, int submit) {
        static Calls ofThisMachine() {
            if (Platform.isARM()) {
                return Platform.is64Bit() ? new Calls(0, 1, 4, 2) : new Calls(243, 244, 245, 246);
            }
            if (Platform.isIntel() && Platform.is64Bit()) {
                return new Calls(206, 207, 208, 209);
            }
            throw new LinuxException("no asynchronous I/O on " + Platform.ARCH, Errno.ENOSYS.number());
        }
    }

    /** {@return what is readable when an operation is over} */
    WakeUp completions() {
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
     * Starts an operation.
     *
     * @param operation which
     * @param offset where in its buffer it begins
     * @param length how many bytes
     * @return zero, or the negative errno
     */
    public int submit(AsyncOperation operation, int offset, int length) {
        int result = SystemCall.result(LibC.syscall(
                calls.submit, context, 1, operation.prepared(offset, length).address()));
        return Math.min(result, 0);
    }

    /** Calls back what is over. */
    public void tellCompletions() {
        completions.clear();
        int count;
        do {
            count = SystemCall.result(
                    LibC.syscall(calls.getEvents, context, 0, MOST_AT_ONCE, events.address(), noTime.address()));
            for (int i = 0; i < count; i++) {
                int start = i * EVENT_LENGTH;
                ByteBuffer event = events.bytes();
                operations.get((int) event.getLong(start)).over((int) event.getLong(start + EVENT_RES));
            }
        } while (count == MOST_AT_ONCE || count == SystemCall.INTERRUPTED);
    }

    /** Cancels what is on its way, and waits until the kernel has let go of all buffers. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            LibC.syscall(calls.destroy, context);
            completions.close();
        }
    }
}
