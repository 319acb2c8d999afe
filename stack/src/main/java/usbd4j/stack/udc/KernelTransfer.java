package usbd4j.stack.udc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.function.Consumer;
import usbd4j.stack.Outcome;
import usbd4j.stack.Transfer;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.LinuxException;

/** A transfer through an {@link EndpointFile}. */
public abstract class KernelTransfer extends Transfer {
    private final EndpointFile endpoint;

    /**
     * A transfer that is not submitted.
     *
     * @param endpoint what it goes through
     * @param capacity the size of its buffer in bytes
     * @param done called each time it is over
     */
    protected KernelTransfer(EndpointFile endpoint, int capacity, Consumer<Transfer> done) {
        super(endpoint.declared(), ByteBuffer.allocateDirect(capacity).order(ByteOrder.LITTLE_ENDIAN), done);
        this.endpoint = endpoint;
    }

    /**
     * Takes what the kernel says of it.
     *
     * @param result the number of bytes, or the negative errno
     * @return whether it is over; not if no host has configured the device, and it has to wait
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
            // No host has configured the device, or nobody has bound it.
            case EAGAIN, ENODEV -> {
                return false;
            }
            case ESHUTDOWN, ECONNRESET, EINTR -> end(Outcome.DROPPED);
            case EOVERFLOW -> end(Outcome.OVERFLOW);
            default -> throw failure(errno);
        }
        return true;
    }

    private LinuxException failure(int errno) {
        return new LinuxException("cannot transfer data through " + endpoint.path(), errno);
    }
}
