package usbd4j.stack.udc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.function.Consumer;
import usbd4j.stack.Outcome;
import usbd4j.stack.Transfer;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.LinuxException;

/** A transfer on an {@link EndpointFile}. */
public abstract class KernelTransfer extends Transfer {
    private final EndpointFile endpoint;

    /** Creates a transfer that is not submitted yet.
     *
     * @param endpoint the endpoint it belongs to
     * @param capacity the size of its buffer in bytes
     * @param done called each time the transfer has completed
     */
    protected KernelTransfer(EndpointFile endpoint, int capacity, Consumer<Transfer> done) {
        super(endpoint.declared(), ByteBuffer.allocateDirect(capacity).order(ByteOrder.LITTLE_ENDIAN), done);
        this.endpoint = endpoint;
    }

    /**
     * Handles the result that the kernel returned.
     *
     * @param result the number of bytes, or the negative errno
     * @return whether the transfer has completed; false if no host has configured the device yet, so that it has to wait
     */
    protected final boolean isOver(int result) {
        if (result < 0) {
            return failed(-result);
        }
        if (endpoint.declared().isIn()) {
            buffer().position(buffer().position() + result);
        } else {
            buffer().position(0).limit(result);
        }
        end(Outcome.DONE);
        return true;
    }

    private boolean failed(int errno) {
        Optional<Errno> known = Errno.of(errno);
        switch (known.orElseThrow(() -> failure(errno))) {
            // No host has configured the device, or the gadget is not bound.
            case EAGAIN, ENODEV -> {
                return false;
            }
            case ESHUTDOWN, ECONNRESET, EINTR -> end(Outcome.DROPPED);
            case EOVERFLOW -> end(Outcome.OVERFLOW);
            // How drivers of controllers report an interval of an isochronous endpoint without a packet.
            case ENODATA, EXDEV -> end(Outcome.MISSED);
            default -> throw failure(errno);
        }
        return true;
    }

    private LinuxException failure(int errno) {
        return new LinuxException("cannot transfer data on " + endpoint.path(), errno);
    }
}
