package usbd4j.stack.functionfs;

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
        this.operation = endpoint.asyncIo()
                .operation(endpoint.file(), endpoint.declared().isIn(), buffer(), this::over);
    }

    @Override
    protected void start() {
        int result = endpoint.asyncIo().submit(operation, buffer().position(), buffer().remaining());
        if (result < 0) {
            failed(-result);
        }
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
        endpoint.tell(this);
    }

    private void failed(int errno) {
        Optional<Errno> known = Errno.of(errno);
        switch (known.orElseThrow(() -> failure(errno))) {
            // No host has configured the device, or nobody has bound it.
            case EAGAIN, ENODEV -> endpoint.keep(this);
            case ESHUTDOWN, ECONNRESET, EINTR -> {
                end(Outcome.DROPPED);
                endpoint.tell(this);
            }
            case EOVERFLOW -> {
                end(Outcome.OVERFLOW);
                endpoint.tell(this);
            }
            default -> throw failure(errno);
        }
    }

    private LinuxException failure(int errno) {
        return new LinuxException("cannot transfer data through " + endpoint.path(), errno);
    }
}
