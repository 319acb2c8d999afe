package usbd4j.stack.functionfs;

import java.util.function.Consumer;
import usbd4j.stack.Outcome;
import usbd4j.stack.Transfer;
import usbd4j.stack.linux.AsyncOperation;
import usbd4j.stack.udc.KernelTransfer;

/** A transfer on a {@link FunctionFsEndpoint}, which uses the kernel's asynchronous I/O. */
final class AsyncTransfer extends KernelTransfer {
    private final FunctionFsEndpoint endpoint;
    private final AsyncOperation operation;

    AsyncTransfer(FunctionFsEndpoint endpoint, int capacity, Consumer<Transfer> done) {
        super(endpoint, capacity, done);
        this.endpoint = endpoint;
        this.operation = endpoint.operation(buffer(), this::over);
    }

    @Override
    protected void start() {
        if (endpoint.isInUse()) {
            endpoint.submit(operation, buffer().position(), buffer().remaining());
        } else {
            endpoint.keep(this);
        }
    }

    /** Drops a transfer that the endpoint kept. */
    void drop() {
        end(Outcome.DROPPED);
        endpoint.ended(this);
    }

    private void over(AsyncOperation ended) {
        if (isOver(ended.result())) {
            endpoint.ended(this);
        } else {
            endpoint.keep(this);
        }
    }
}
