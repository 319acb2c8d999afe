package usbd4j.stack.udc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import usbd4j.stack.Direction;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.FileDescriptor;
import usbd4j.stack.linux.LinuxException;
import usbd4j.stack.linux.NativeMemory;

/**
 * The file {@code ep0}, or GadgetFS's of the controller's name: events come out of it, and control transfers are answered
 * through it.
 */
public final class ControlFile implements AutoCloseable {
    /** One read returns at most this many events (the longer of the kernel's queues, GadgetFS's, has so many). */
    private static final int MAX_EVENTS = 5;

    /** {@code struct usb_functionfs_event}, {@code struct usb_gadgetfs_event}: a setup packet, a type, padding. */
    static final int EVENT_LENGTH = 12;

    /** ioctl(2) of every file: whether reading waits. */
    private static final int FIONBIO = 0x5421;

    private static final int LARGEST_DATA_STAGE = 0x10000;

    private final Path path;
    private final FileDescriptor descriptor;
    private final NativeMemory dataStage = NativeMemory.allocate(LARGEST_DATA_STAGE);
    private final ByteBuffer buffer = dataStage.bytes().order(ByteOrder.LITTLE_ENDIAN);
    private final NativeMemory eventQueue = NativeMemory.allocate(MAX_EVENTS * EVENT_LENGTH);
    private final ByteBuffer events = eventQueue.bytes().order(ByteOrder.LITTLE_ENDIAN);
    private final Answering answering = new Answering();
    private Direction direction = Direction.OUT;
    private long answeredAt = System.nanoTime();

    /**
     * Opens the file.
     *
     * @param path which
     */
    public ControlFile(Path path) {
        this.path = path;
        this.descriptor = FileDescriptor.openForBoth(path);
    }

    /**
     * {@return whether the kernel took the blob; not if it finds it invalid}
     *
     * @param blob descriptors in a form of the kernel's, in a direct buffer
     */
    public boolean accepts(ByteBuffer blob) {
        int result = descriptor.write(blob, blob.limit());
        if (result == -Errno.EINVAL.number()) {
            return false;
        }
        check(result, "write descriptors to");
        return true;
    }

    /**
     * Has GadgetFS know that somebody reads events: until then it refuses by itself all that is not its own business. What is
     * waiting now is of no consequence.
     */
    public void announceReader() {
        ByteBuffer flag = ByteBuffer.allocateDirect(Integer.BYTES).order(ByteOrder.nativeOrder());
        check(descriptor.control(FIONBIO, flag.putInt(0, 1)), "read without waiting from");
        int length = descriptor.read(eventQueue, MAX_EVENTS * EVENT_LENGTH);
        if (length != -Errno.EAGAIN.number()) {
            check(length, "read USB events from");
        }
        check(descriptor.control(FIONBIO, flag.putInt(0, 0)), "read from");
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

    /**
     * Takes note of the request that is to be answered now.
     *
     * @param setup the request
     */
    public void begin(SetupPacket setup) {
        direction = setup.direction();
    }

    boolean send(ByteBuffer data) {
        int length = data.remaining();
        buffer.clear().put(data).flip();
        return isDone(transfer(true, length));
    }

    Optional<ByteBuffer> receive(int length) {
        int received = transfer(false, length);
        return isDone(received) ? Optional.of(buffer.clear().limit(received)) : Optional.empty();
    }

    boolean acknowledge() {
        return isDone(transfer(false, 0));
    }

    /** To go against the direction of the data stage stalls the request, and EL2HLT says that it did. */
    void stall() {
        isDone(transfer(direction == Direction.OUT, 0));
    }

    private int transfer(boolean isWrite, int length) {
        answering.begin();
        try {
            int result;
            do {
                result = descriptor.transfer(isWrite, dataStage, length);
            } while (result == -Errno.EINTR.number() && !answering.isBrokenOff());
            return result;
        } finally {
            answering.end();
            answeredAt = System.nanoTime();
        }
    }

    /** {@return how long ago a request was answered, or the file was opened} */
    public Duration sinceAnswer() {
        return Duration.ofNanos(System.nanoTime() - answeredAt);
    }

    /** {@return what ends an answer that the host does not take} */
    Answering answering() {
        return answering;
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
            // The host does not take it, and the device has to stop.
            case EINTR -> true;
            // The same in the words of GadgetFS.
            case ESRCH, ECANCELED, EIO -> true;
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
