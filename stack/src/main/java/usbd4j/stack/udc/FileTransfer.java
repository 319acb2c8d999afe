package usbd4j.stack.udc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.function.Consumer;
import usbd4j.stack.Outcome;
import usbd4j.stack.Transfer;
import usbd4j.stack.linux.AsyncOperation;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.LinuxException;

/** A transfer through an {@link EndpointFile}. */
final class FileTransfer extends Transfer {
    private final EndpointFile endpoint;
    private final AsyncOperation operation;

    FileTransfer(EndpointFile endpoint, int capacity, Consumer<Transfer> done) {
        super(endpoint.declared(), ByteBuffer.allocateDirect(capacity).order(ByteOrder.LITTLE_ENDIAN), done);
        this.endpoint = endpoint;
        this.operation = endpoint.asyncIo().operation(endpoint.declared().isIn(), buffer(), this::over);
    }

    @Override
    protected void start() {
        if (!endpoint.isOpen()) {
            endpoint.keep(this);
            return;
        }
        int result = endpoint.asyncIo().submit(operation, endpoint.file(), buffer().position(), buffer().remaining());
        if (result < 0) {
            failed(-result);
        }
    }

    /** Takes it back from the kernel, which then says that it is over. */
    void cancel() {
        endpoint.asyncIo().cancel(operation);
    }

    private void over(AsyncOperation ended) {
        int result = ended.result();
        if (result < 0) {
            failed(-result);
            return;
        }
        if (endpoint.declared().isIn()) {
            buffer().position(buffer().position() + result);
        } else {
            buffer().position(0).limit(result);
        }
        end(Outcome.DONE);
        endpoint.ended(this);
    }

    private void failed(int errno) {
        Optional<Errno> known = Errno.of(errno);
        switch (known.orElseThrow(() -> failure(errno))) {
            // No host has configured the device, or nobody has bound it.
            case EAGAIN, ENODEV -> endpoint.keep(this);
            case ESHUTDOWN, ECONNRESET, EINTR -> {
                end(Outcome.DROPPED);
                endpoint.ended(this);
            }
            case EOVERFLOW -> {
                end(Outcome.OVERFLOW);
                endpoint.ended(this);
            }
            default -> throw failure(errno);
        }
    }

    private LinuxException failure(int errno) {
        return new LinuxException("cannot transfer data through " + endpoint.path(), errno);
    }
}
