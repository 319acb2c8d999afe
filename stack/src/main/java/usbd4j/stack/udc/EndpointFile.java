package usbd4j.stack.udc;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.Endpoint;
import usbd4j.stack.Transfer;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.linux.AsyncIo;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.FileDescriptor;
import usbd4j.stack.linux.LinuxException;

/** An endpoint as a file, in the way that FunctionFS and GadgetFS have in common (linux/usb/gadgetfs.h). */
public abstract class EndpointFile implements Endpoint, AutoCloseable {
    // _IO('g', 1 to 3)
    private static final int FIFO_STATUS = 0x6701;
    private static final int FIFO_FLUSH = 0x6702;
    private static final int CLEAR_HALT = 0x6703;

    private static final ByteBuffer NOTHING = ByteBuffer.allocateDirect(0);

    private final Path path;
    private final EndpointDescriptor declared;
    private final Transfers transfers;
    private final List<FileTransfer> own = new ArrayList<>();
    private final Queue<FileTransfer> waiting = new ArrayDeque<>();
    private @Nullable FileDescriptor file;
    private boolean isHalted;

    /**
     * An endpoint whose file is not open.
     *
     * @param path the file
     * @param declared its descriptor as a class wants it, at high speed
     * @param transfers what its transfers are submitted to
     */
    protected EndpointFile(Path path, EndpointDescriptor declared, Transfers transfers) {
        this.path = path;
        this.declared = declared;
        this.transfers = transfers;
    }

    /** Opens the file. */
    protected final void open() {
        file = FileDescriptor.openForBothWithoutWaiting(path);
        isHalted = false;
    }

    /** Submits what waited for a host to configure the device. */
    public final void submitWaiting() {
        for (int left = waiting.size(); left > 0; left--) {
            waiting.remove().start();
        }
    }

    /** Takes back what is submitted, and closes the file: the kernel disables the endpoint. */
    protected final void breakOff() {
        own.stream().filter(each -> each.isPending() && !waiting.contains(each)).forEach(FileTransfer::cancel);
        close();
    }

    @Override
    public final Transfer transfer(int capacity, Consumer<Transfer> done) {
        FileTransfer transfer = new FileTransfer(this, capacity, done);
        own.add(transfer);
        return transfer;
    }

    /** To go against the endpoint's direction halts it, and EBADMSG says that it did. */
    @Override
    public final void halt() {
        int result = declared.isIn() ? file().read(NOTHING, 0) : file().write(NOTHING, 0);
        if (result != -Errno.EBADMSG.number()) {
            throw new LinuxException("cannot halt " + path, -result);
        }
        isHalted = true;
    }

    @Override
    public final void clearHalt() {
        int result = control(CLEAR_HALT, NOTHING);
        if (result < 0) {
            throw new LinuxException("cannot clear the halt of " + path, -result);
        }
        isHalted = false;
    }

    /** {@return whether the device has halted it, and not cleared that} */
    public final boolean isHalted() {
        return isHalted;
    }

    @Override
    public final OptionalInt fifoStatus() {
        int bytes = isOpen() ? control(FIFO_STATUS, NOTHING) : -1;
        return bytes < 0 ? OptionalInt.empty() : OptionalInt.of(bytes);
    }

    @Override
    public final void flushFifo() {
        if (isOpen()) {
            // A controller that cannot says EOPNOTSUPP, and one without a host has nothing to flush.
            int ignored = control(FIFO_FLUSH, NOTHING);
        }
    }

    /** {@return its descriptor as a class wants it, at high speed} */
    protected final EndpointDescriptor declared() {
        return declared;
    }

    final Path path() {
        return path;
    }

    final boolean isOpen() {
        return file != null;
    }

    /**
     * Asks for what only the kernel's driver knows (ioctl(2)).
     *
     * @param request the request's number
     * @param argument a direct buffer
     * @return zero or more, or the negative errno
     */
    protected final int control(int request, ByteBuffer argument) {
        return file().control(request, argument);
    }

    /**
     * Writes to the file itself.
     *
     * @param blob a direct buffer
     * @return the number of bytes written, or the negative errno
     */
    protected final int write(ByteBuffer blob) {
        return file().write(blob, blob.remaining());
    }

    final FileDescriptor file() {
        if (file == null) {
            throw new IllegalStateException("no host has configured the device with endpoint " + path.getFileName());
        }
        return file;
    }

    final AsyncIo asyncIo() {
        return transfers.asyncIo();
    }

    /** Keeps a transfer until {@link #submitWaiting}. */
    final void keep(FileTransfer transfer) {
        waiting.add(transfer);
    }

    final void ended(Transfer transfer) {
        transfers.ended(transfer);
    }

    @Override
    public final void close() {
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
