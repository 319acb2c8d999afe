package usbd4j.stack.udc;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.Endpoint;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.descriptor.TransferType;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.FileDescriptor;
import usbd4j.stack.linux.LinuxException;

/** An endpoint file, with the operations that FunctionFS and GadgetFS share (linux/usb/gadgetfs.h). */
@SuppressWarnings("exports") // For the two buses beside this package, which know the system calls as well.
public abstract class EndpointFile implements Endpoint, AutoCloseable {
    // _IO('g', 1 to 3)
    private static final int FIFO_STATUS = 0x6701;
    private static final int FIFO_FLUSH = 0x6702;
    private static final int CLEAR_HALT = 0x6703;

    private static final ByteBuffer NOTHING = ByteBuffer.allocateDirect(0);

    private final Path path;
    private final EndpointDescriptor declared;
    private @Nullable FileDescriptor file;
    private boolean isHalted;

    /**
     * Creates an endpoint whose file is not open yet.
     *
     * @param path the file
     * @param declared the high-speed descriptor that the class declared
     */
    protected EndpointFile(Path path, EndpointDescriptor declared) {
        this.path = path;
        this.declared = declared;
    }

    /** Opens the file for non-blocking transfers, which do not even wait for a host. */
    protected final void openWithoutWaiting() {
        file = FileDescriptor.openForBothWithoutWaiting(path);
        isHalted = false;
    }

    /** Opens the file for transfers that block until they complete. */
    protected final void open() {
        file = FileDescriptor.openForBoth(path);
        isHalted = false;
    }

    /** A transfer in the wrong direction halts the endpoint; the kernel confirms it with EBADMSG. */
    @Override
    public final void halt() {
        if (declared.type() == TransferType.ISOCHRONOUS) {
            throw new IllegalStateException("an isochronous endpoint cannot be halted");
        }
        startTransfers();
        int result = declared.isIn() ? file().read(NOTHING, 0) : file().write(NOTHING, 0);
        if (result == -Errno.EBADMSG.number()) {
            isHalted = true;
        } else if (!isWithoutHost(result)) {
            throw new LinuxException("cannot halt " + path, -result);
        }
    }

    @Override
    public final void clearHalt() {
        startTransfers();
        int result = file().control(CLEAR_HALT, NOTHING);
        if (result < 0 && !isWithoutHost(result)) {
            throw new LinuxException("cannot clear the halt of " + path, -result);
        }
        isHalted = false;
    }

    /** {@return whether the kernel has disabled the endpoint, and the device is yet to be told} */
    private boolean isWithoutHost(int result) {
        return result == -Errno.ENODEV.number()
                || result == -Errno.ESHUTDOWN.number()
                // Of an enabled one it means that transfers are in progress.
                || (result == -Errno.EAGAIN.number() && isDisabled());
    }

    /** {@return whether the kernel has disabled the endpoint, if the file stays open then} */
    protected boolean isDisabled() {
        return false;
    }

    /** {@return whether the device has halted the endpoint and not cleared the halt since} */
    public final boolean isHalted() {
        return isHalted;
    }

    @Override
    public final OptionalInt fifoStatus() {
        startTransfers();
        int bytes = isOpen() ? file().control(FIFO_STATUS, NOTHING) : -1;
        return bytes < 0 ? OptionalInt.empty() : OptionalInt.of(bytes);
    }

    @Override
    public final void flushFifo() {
        startTransfers();
        if (isOpen()) {
            // A controller that cannot flush returns EOPNOTSUPP, and without a host there is nothing to flush.
            int ignored = file().control(FIFO_FLUSH, NOTHING);
        }
    }

    /** Called before any other operation on the endpoint, so that all earlier transfers have reached the kernel. */
    protected void startTransfers() {}

    /** {@return the high-speed descriptor that the class declared} */
    protected final EndpointDescriptor declared() {
        return declared;
    }

    /** {@return the file's path} */
    protected final Path path() {
        return path;
    }

    /** {@return whether the file is open} */
    protected final boolean isOpen() {
        return file != null;
    }

    /** {@return the file, which is open} */
    protected final FileDescriptor file() {
        if (file == null) {
            throw new IllegalStateException("no host has configured the device with endpoint " + path.getFileName());
        }
        return file;
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
