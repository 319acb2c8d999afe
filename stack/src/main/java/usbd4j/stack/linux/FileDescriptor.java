package usbd4j.stack.linux;

import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * An open file that carries data. Errors that are part of the protocol, such as the EL2HLT with which FunctionFS confirms a
 * stall, are returned as negative numbers, as in the kernel.
 */
public final class FileDescriptor implements AutoCloseable {
    private static final int CLOSED = -1;

    /** The ioctl(2) that makes a file blocking or non-blocking. */
    private static final int FIONBIO = 0x5421;

    private int fd;

    FileDescriptor(int fd) {
        this.fd = fd;
    }

    /**
     * {@return the file, open for reading}
     *
     * @param file which
     */
    public static FileDescriptor openForReading(Path file) {
        return open(file, LibC.O_RDONLY);
    }

    /**
     * {@return the file, open for reading and writing}
     *
     * @param file which
     */
    public static FileDescriptor openForBoth(Path file) {
        return open(file, LibC.O_RDWR);
    }

    /**
     * {@return the file, open for reading and writing without blocking}
     *
     * @param file which
     */
    public static FileDescriptor openForBothWithoutWaiting(Path file) {
        return open(file, LibC.O_RDWR | LibC.O_NONBLOCK);
    }

    static FileDescriptor open(Path file, int flags) {
        String path = file.toString();
        return new FileDescriptor(SystemCall.checked("open " + path, () -> LibC.open(path, flags | LibC.O_CLOEXEC)));
    }

    /**
     * Reads once.
     *
     * @param buffer a direct buffer, filled from its position, which stays
     * @param count most bytes to read
     * @return the number of bytes read, or the negative errno
     */
    public int read(ByteBuffer buffer, int count) {
        int result;
        do {
            result = SystemCall.result(LibC.read(fd, buffer, count));
        } while (result == SystemCall.INTERRUPTED);
        return result;
    }

    /**
     * Reads once.
     *
     * @param memory filled from its beginning
     * @param count most bytes to read
     * @return the number of bytes read, or the negative errno
     */
    public int read(NativeMemory memory, int count) {
        int result;
        do {
            result = SystemCall.result(LibC.read(fd, memory.address(), count));
        } while (result == SystemCall.INTERRUPTED);
        return result;
    }

    /**
     * Reads once from the start of the file.
     *
     * @param buffer a direct buffer, filled from its position, which stays
     * @return the number of bytes read, or the negative errno
     */
    public int readFromStart(ByteBuffer buffer) {
        int result;
        do {
            result = SystemCall.result(LibC.pread(fd, buffer, buffer.remaining(), 0));
        } while (result == SystemCall.INTERRUPTED);
        return result;
    }

    /**
     * Writes once.
     *
     * @param buffer a direct buffer, taken from its position, which stays
     * @param count the number of bytes to write
     * @return the number of bytes written, or the negative errno
     */
    public int write(ByteBuffer buffer, int count) {
        int result;
        do {
            result = SystemCall.result(LibC.write(fd, buffer, count));
        } while (result == SystemCall.INTERRUPTED);
        return result;
    }

    /**
     * Writes once.
     *
     * @param memory taken from its beginning
     * @param count the number of bytes to write
     * @return the number of bytes written, or the negative errno
     */
    public int write(NativeMemory memory, int count) {
        int result;
        do {
            result = SystemCall.result(LibC.write(fd, memory.address(), count));
        } while (result == SystemCall.INTERRUPTED);
        return result;
    }

    /**
     * Writes once.
     *
     * @param parts the data
     * @return the number of bytes written, which may end within a part, or the negative errno
     */
    public int write(WriteVector parts) {
        int result;
        do {
            result = SystemCall.result(LibC.writev(fd, parts.address(), parts.count()));
        } while (result == SystemCall.INTERRUPTED);
        return result;
    }

    /**
     * Reads or writes once. A signal ends it, and is not passed over: {@link BlockedThread}.
     *
     * @param isWrite which of the two
     * @param buffer a direct buffer, used from its position to its limit; both stay
     * @return the number of bytes, or the negative errno
     */
    public int transfer(boolean isWrite, ByteBuffer buffer) {
        return SystemCall.result(
                isWrite ? LibC.write(fd, buffer, buffer.remaining()) : LibC.read(fd, buffer, buffer.remaining()));
    }

    /**
     * Reads or writes once. A signal ends it, and is not passed over: {@link BlockedThread}.
     *
     * @param isWrite which of the two
     * @param memory used from its beginning
     * @param count most bytes to read, or the number of bytes to write
     * @return the number of bytes, or the negative errno
     */
    public int transfer(boolean isWrite, NativeMemory memory, int count) {
        return SystemCall.result(
                isWrite ? LibC.write(fd, memory.address(), count) : LibC.read(fd, memory.address(), count));
    }

    /**
     * Writes one byte from an address that is not mapped.
     *
     * @return the negative errno; EFAULT if the driver tried to copy the byte
     */
    public int writeFromNowhere() {
        return SystemCall.result(LibC.write(fd, Pointer.NULL, 1));
    }

    /**
     * Sends a request to the file's driver (ioctl(2)).
     *
     * @param request the request's number
     * @param argument a direct buffer
     * @return zero or more, or the negative errno
     */
    public int control(int request, ByteBuffer argument) {
        return SystemCall.result(LibC.ioctl(fd, request, argument));
    }

    /** Makes reads and writes return EAGAIN rather than wait. */
    public void doNotBlock() {
        ByteBuffer one = ByteBuffer.allocateDirect(Integer.BYTES).order(ByteOrder.nativeOrder());
        int result = control(FIONBIO, one.putInt(0, 1));
        if (result < 0) {
            throw new LinuxException("cannot set the mode of a file", -result);
        }
    }

    /** {@return the descriptor's number in this process} */
    public int number() {
        return fd;
    }

    /** Closes the file. Does nothing the second time. */
    @Override
    public void close() {
        if (fd != CLOSED) {
            // The descriptor is closed even if close(2) returns an error.
            LibC.close(fd);
            fd = CLOSED;
        }
    }
}
