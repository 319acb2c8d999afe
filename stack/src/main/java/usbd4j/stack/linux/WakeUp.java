package usbd4j.stack.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** An eventfd: with it one thread ends another's wait in {@link Poll}. */
public final class WakeUp implements AutoCloseable {
    private final FileDescriptor descriptor = new FileDescriptor(
            SystemCall.checked("make an eventfd", () -> LibC.eventfd(0, LibC.EFD_CLOEXEC | LibC.EFD_NONBLOCK)));
    private final ByteBuffer count = ByteBuffer.allocateDirect(Long.BYTES);
    private final ByteBuffer one =
            ByteBuffer.allocateDirect(Long.BYTES).order(ByteOrder.nativeOrder()).putLong(0, 1);

    /** Makes the descriptor readable. May be called on any thread, also after {@link #close}. */
    public synchronized void signal() {
        descriptor.write(one, Long.BYTES);
    }

    /** Makes the descriptor unreadable again. */
    public void clear() {
        descriptor.read(count, Long.BYTES);
    }

    FileDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public synchronized void close() {
        descriptor.close();
    }
}
