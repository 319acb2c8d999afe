package usbd4j.stack.gadgetfs;

import java.util.function.Consumer;
import usbd4j.stack.Transfer;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.FileDescriptor;
import usbd4j.stack.udc.KernelTransfer;

/** A transfer through a {@link GadgetFsEndpoint}, which a thread of the endpoint's does. */
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

    /** Called on the endpoint's thread. Hands over to the device thread by {@link Completions}. */
    void perform(boolean isWrite, FileDescriptor file) {
        result = file.transfer(isWrite, buffer());
    }

    /** Gives it up before it was begun. */
    void drop() {
        result = -Errno.ECONNRESET.number();
    }

    /** Called on the device thread. */
    boolean isOver() {
        boolean isOver = isOver(result);
        if (!isOver) {
            endpoint.keep(this);
        }
        return isOver;
    }
}
