package usbd4j.stack.functionfs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;
import usbd4j.stack.Direction;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.FileDescriptor;
import usbd4j.stack.linux.LinuxException;
import usbd4j.stack.linux.NativeMemory;

/** The file {@code ep0}: events come out of it, and control transfers are answered through it. */
final class ControlFile implements AutoCloseable {
    /** One read returns at most this many events (FunctionFS's own queue is that long). */
    private static final int MAX_EVENTS = 4;

    /** {@code struct usb_functionfs_event}: a setup packet, a type, padding. */
    private static final int EVENT_LENGTH = 12;

    static final int EVENT_PADDING = 3;

    private static final int LARGEST_DATA_STAGE = 0x10000;

    private final Path path;
    private final FileDescriptor descriptor;
    private final NativeMemory dataStage = NativeMemory.allocate(LARGEST_DATA_STAGE);
    private final ByteBuffer buffer = dataStage.bytes().order(ByteOrder.LITTLE_ENDIAN);
    private final NativeMemory eventQueue = NativeMemory.allocate(MAX_EVENTS * EVENT_LENGTH);
    private final ByteBuffer events = eventQueue.bytes().order(ByteOrder.LITTLE_ENDIAN);
    private Direction direction = Direction.OUT;

    ControlFile(Path path) {
        this.path = path;
        this.descriptor = FileDescriptor.openForBoth(path);
    }

    /** {@return whether the kernel took the blob; not if it finds it invalid} */
    boolean accepts(ByteBuffer blob) {
        int result = descriptor.write(blob, blob.limit());
        if (result == -Errno.EINVAL.number()) {
            return false;
        }
        check(result, "write descriptors to");
        return true;
    }

    /** {@return the events that are waiting, one after the other; a SETUP is always the last} */
    ByteBuffer readEvents() {
        int length = descriptor.read(eventQueue, MAX_EVENTS * EVENT_LENGTH);
        // The host took back a request before anybody read it.
        if (length == -Errno.EIDRM.number()) {
            length = 0;
        }
        check(length, "read USB events from");
        return events.clear().limit(length);
    }

    /** Takes note of the request that is to be answered now. */
    void begin(SetupPacket setup) {
        direction = setup.direction();
    }

    boolean send(ByteBuffer data) {
        int length = data.remaining();
        buffer.clear().put(data).flip();
        return isDone(descriptor.write(dataStage, length));
    }

    Optional<ByteBuffer> receive(int length) {
        int received = descriptor.read(dataStage, length);
        return isDone(received) ? Optional.of(buffer.clear().limit(received)) : Optional.empty();
    }

    boolean acknowledge() {
        return isDone(descriptor.read(dataStage, 0));
    }

    /** To go against the direction of the data stage stalls the request, and EL2HLT says that it did. */
    void stall() {
        int result = direction == Direction.IN ? descriptor.read(dataStage, 0) : descriptor.write(dataStage, 0);
        isDone(result);
    }

    /** {@return whether the host saw the end of the request} */
    private boolean isDone(int result) {
        if (result >= 0) {
            return true;
        }
        boolean hostIsElsewhere = Errno.of(-result)
                .filter(ControlFile::meansThatTheHostIsElsewhere)
                .isPresent();
        if (!hostIsElsewhere) {
            throw new LinuxException("cannot answer a control request on " + path, -result);
        }
        return false;
    }

    private static boolean meansThatTheHostIsElsewhere(Errno errno) {
        return switch (errno) {
            // Another request took this one's place; the device was reset or left; the transfer was broken off.
            case EIDRM, ESHUTDOWN, ECONNRESET, EPROTO, EREMOTEIO, EOVERFLOW, ETIMEDOUT -> true;
            // Stalled, as asked, or by the kernel. Or the gadget was unbound meanwhile.
            case EL2HLT, EBADFD, ENODEV -> true;
            default -> false;
        };
    }

    private void check(int result, String what) {
        if (result < 0) {
            throw new LinuxException("cannot %s %s".formatted(what, path), -result);
        }
    }

    FileDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public void close() {
        descriptor.close();
    }
}
