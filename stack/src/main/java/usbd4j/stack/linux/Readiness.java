package usbd4j.stack.linux;

import java.nio.ByteBuffer;
import java.time.Duration;

/** What a file is ready for (poll(2)). */
public final class Readiness {
    private static final int EVENTS = 4;
    private static final int RETURNED_EVENTS = 6;
    private static final int LENGTH = 8;

    private final NativeMemory memory = NativeMemory.allocate(LENGTH);
    private final ByteBuffer pollfd = memory.bytes();

    /**
     * Creates the question.
     *
     * @param file the file to ask about
     */
    public Readiness(FileDescriptor file) {
        pollfd.putInt(0, file.number());
    }

    /** Asks. A driver may report some things once only. */
    public void ask() {
        poll(LibC.EPOLLIN | LibC.EPOLLOUT, 0);
    }

    /**
     * Waits until the file can be written.
     *
     * @param timeout the longest wait
     * @return whether it can
     */
    public boolean awaitWritable(Duration timeout) {
        poll(LibC.EPOLLOUT, (int) timeout.toMillis());
        return isWritable();
    }

    /**
     * Waits until the file can be read.
     *
     * @param timeout the longest wait
     * @return whether it can
     */
    public boolean awaitReadable(Duration timeout) {
        poll(LibC.EPOLLIN, (int) timeout.toMillis());
        return isReadable();
    }

    private void poll(int events, int timeoutMillis) {
        pollfd.putShort(EVENTS, (short) events);
        int result;
        do {
            result = SystemCall.result(LibC.poll(memory.address(), 1, timeoutMillis));
        } while (result == SystemCall.INTERRUPTED);
        if (result < 0) {
            throw new LinuxException("cannot ask for the state of a file", -result);
        }
    }

    /** {@return whether the file was ready for reading} */
    public boolean isReadable() {
        return has(LibC.EPOLLIN);
    }

    /** {@return whether the file was ready for writing} */
    public boolean isWritable() {
        return has(LibC.EPOLLOUT);
    }

    /** {@return whether the file's other side has hung up} */
    public boolean isHungUp() {
        return has(LibC.EPOLLHUP);
    }

    private boolean has(int event) {
        return (pollfd.getShort(RETURNED_EVENTS) & event) != 0;
    }
}
