package usbd4j.stack.functionfs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import usbd4j.stack.Endpoint;
import usbd4j.stack.Transfer;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.linux.AsyncIo;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.FileDescriptor;
import usbd4j.stack.linux.LinuxException;

/** A file such as {@code ep1}: an endpoint of FunctionFS. */
final class EndpointFile implements Endpoint, AutoCloseable {
    /** FUNCTIONFS_ENDPOINT_DESC of linux/usb/functionfs.h: _IOR('g', 130, struct usb_endpoint_descriptor). */
    private static final int ENDPOINT_DESC = 0x80096782;

    /** struct usb_endpoint_descriptor has two more bytes, for audio. */
    private static final int DESCRIPTOR_LENGTH = 9;

    private final Path path;
    private final EndpointDescriptor declared;
    private final AsyncIo asyncIo;
    private final Queue<Transfer> over;
    private final FileDescriptor file;
    private final Queue<FileTransfer> waiting = new ArrayDeque<>();

    /**
     * Opens the file.
     *
     * @param path the file
     * @param declared the endpoint's descriptor as a class wants it
     * @param asyncIo what transfers are submitted to
     * @param over where they go once they are over, until the device is told
     */
    EndpointFile(Path path, EndpointDescriptor declared, AsyncIo asyncIo, Queue<Transfer> over) {
        this.path = path;
        this.declared = declared;
        this.asyncIo = asyncIo;
        this.over = over;
        this.file = FileDescriptor.openForBothWithoutWaiting(path);
    }

    @Override
    public EndpointDescriptor descriptor() {
        ByteBuffer assigned = ByteBuffer.allocateDirect(DESCRIPTOR_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        return file.control(ENDPOINT_DESC, assigned) < 0 ? declared : EndpointDescriptor.read(assigned);
    }

    @Override
    public Transfer transfer(int capacity, Consumer<Transfer> done) {
        return new FileTransfer(this, capacity, done);
    }

    /** To go against the endpoint's direction halts it, and EBADMSG says that it did. */
    @Override
    public void halt() {
        ByteBuffer nothing = ByteBuffer.allocateDirect(1);
        int result = declared.isIn() ? file.read(nothing, 0) : file.write(nothing, 0);
        if (result != -Errno.EBADMSG.number()) {
            throw new LinuxException("cannot halt " + path, -result);
        }
    }

    /** Submits what waited for a host to configure the device. */
    void enable() {
        for (int left = waiting.size(); left > 0; left--) {
            waiting.remove().start();
        }
    }

    EndpointDescriptor declared() {
        return declared;
    }

    Path path() {
        return path;
    }

    FileDescriptor file() {
        return file;
    }

    AsyncIo asyncIo() {
        return asyncIo;
    }

    /** Keeps a transfer until {@link #enable}. */
    void keep(FileTransfer transfer) {
        waiting.add(transfer);
    }

    void tell(Transfer transfer) {
        over.add(transfer);
    }

    @Override
    public void close() {
        file.close();
    }
}
