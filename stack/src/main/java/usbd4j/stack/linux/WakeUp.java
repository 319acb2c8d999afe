package usbd4j.stack.linux;

/** An eventfd with which one thread ends another's wait in {@link Poll}. */
public final class WakeUp implements AutoCloseable {
    private final FileDescriptor descriptor = new FileDescriptor(
            SystemCall.checked("make an eventfd", () -> LibC.eventfd(0, LibC.EFD_CLOEXEC | LibC.EFD_NONBLOCK)));
    private final NativeMemory count = NativeMemory.allocate(Long.BYTES);
    private final NativeMemory one = NativeMemory.allocate(Long.BYTES);

    /** Creates an eventfd that is not signalled. */
    public WakeUp() {
        one.bytes().putLong(0, 1);
    }

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
