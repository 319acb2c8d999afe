package usbd4j.stack.gadgetfs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.linux.LinuxException;
import usbd4j.stack.udc.EndpointFile;
import usbd4j.stack.udc.Transfers;

/** A file such as {@code ep1in-bulk}: an endpoint of GadgetFS, which is enabled by telling it its descriptors. */
final class GadgetFsEndpoint extends EndpointFile {
    private static final int TAG = 1;

    private final Path path;
    private final EndpointDescriptor atFullSpeed;
    private final EndpointDescriptor atHighSpeed;

    /**
     * An endpoint that is not enabled.
     *
     * @param path its file
     * @param atFullSpeed its descriptor as the host sees it at full speed
     * @param atHighSpeed the same at high speed
     * @param transfers what its transfers are submitted to
     */
    GadgetFsEndpoint(Path path, EndpointDescriptor atFullSpeed, EndpointDescriptor atHighSpeed, Transfers transfers) {
        super(path, atHighSpeed, transfers);
        this.path = path;
        this.atFullSpeed = atFullSpeed;
        this.atHighSpeed = atHighSpeed;
    }

    @Override
    public EndpointDescriptor descriptor() {
        return atHighSpeed;
    }

    void enable() {
        open();
        ByteBuffer descriptors = ByteBuffer.allocateDirect(Integer.BYTES + 2 * EndpointDescriptor.LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(TAG);
        atFullSpeed.write(descriptors);
        atHighSpeed.write(descriptors);
        int result = write(descriptors.flip());
        if (result < 0) {
            close();
            throw new LinuxException("cannot enable endpoint " + path, -result);
        }
        submitWaiting();
    }

    void disable() {
        breakOff();
    }
}
