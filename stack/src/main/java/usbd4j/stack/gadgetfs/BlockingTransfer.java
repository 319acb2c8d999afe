package usbd4j.stack.gadgetfs;

import java.util.function.Consumer;
import usbd4j.stack.Transfer;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.FileDescriptor;
import usbd4j.stack.udc.KernelTransfer;

/** A transfer on a {@link GadgetFsEndpoint}, performed by the endpoint's thread. */
final class BlockingTransfer extends KernelTransfer {
    private final GadgetFsEndpoint endpoint;
    private int result;

    BlockingTransfer(GadgetFsEndpoint endpoint, int capacity, Consumer<Transfer> done) {
        super(endpoint, capacity, done);
        this.endpoint = endpoint;
    }

    @Override
    protected void start() {
        endpoint.submit(this);
    }

    /** Called on the endpoint's thread, which then passes the transfer to the device thread through {@link Completions}. */
    void perform(boolean isWrite, FileDescriptor file) {
        result = file.transfer(isWrite, buffer());
    }

    /** Drops the transfer before it has started. */
    void drop() {
        result = -Errno.ECONNRESET.number();
    }

    /** Called on the device thread. {@return whether the transfer has completed} */
    boolean isOver() {
        boolean isOver = isOver(result);
        if (!isOver) {
            endpoint.keep(this);
        }
        return isOver;
    }
}
