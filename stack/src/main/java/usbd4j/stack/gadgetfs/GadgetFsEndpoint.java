package usbd4j.stack.gadgetfs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.Transfer;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.linux.LinuxException;
import usbd4j.stack.udc.EndpointFile;

/** A file such as {@code ep1in-bulk}: an endpoint of GadgetFS, which is enabled by writing its descriptors to the file. */
final class GadgetFsEndpoint extends EndpointFile {
    private static final int TAG = 1;

    private final EndpointDescriptor atFullSpeed;
    private final Completions completions;
    private final Queue<BlockingTransfer> waiting = new ArrayDeque<>();
    private @Nullable EndpointThread thread;

    /** Creates an endpoint that is not enabled.
     *
     * @param path its file
     * @param atFullSpeed its descriptor as the host sees it at full speed
     * @param atHighSpeed the same at high speed
     * @param completions the queue for completed transfers
     */
    GadgetFsEndpoint(
            Path path, EndpointDescriptor atFullSpeed, EndpointDescriptor atHighSpeed, Completions completions) {
        super(path, atHighSpeed);
        this.atFullSpeed = atFullSpeed;
        this.completions = completions;
    }

    @Override
    public EndpointDescriptor descriptor() {
        return declared();
    }

    @Override
    public Transfer transfer(int capacity, Consumer<Transfer> done) {
        return new BlockingTransfer(this, capacity, done);
    }

    void submit(BlockingTransfer transfer) {
        if (thread == null) {
            keep(transfer);
        } else {
            thread.submit(transfer);
        }
    }

    /** Keeps a transfer until the endpoint is enabled. */
    void keep(BlockingTransfer transfer) {
        waiting.add(transfer);
    }

    void enable() {
        open();
        ByteBuffer descriptors = ByteBuffer.allocateDirect(Integer.BYTES + 2 * EndpointDescriptor.LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(TAG);
        atFullSpeed.write(descriptors);
        declared().write(descriptors);
        int result = file().write(descriptors, descriptors.flip().limit());
        if (result < 0) {
            close();
            throw new LinuxException("cannot enable endpoint " + path(), -result);
        }
        thread = new EndpointThread("usbd4j " + path().getFileName(), declared().isIn(), file(), completions);
        while (!waiting.isEmpty()) {
            thread.submit(waiting.remove());
        }
    }

    /** Aborts the transfer in progress; the kernel disables an endpoint whose file is closed. Takes transfers until {@link #close}. */
    void disable() {
        if (thread != null) {
            thread.end();
        }
        super.close();
    }

    /** Disables the endpoint, and drops the submitted transfers. */
    @Override
    public void close() {
        disable();
        if (thread != null) {
            thread.drop();
            thread = null;
        }
    }
}
