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
import usbd4j.stack.linux.Readiness;

/**
 * The file {@code ep0} of FunctionFS, or the one that GadgetFS names after the controller: events are read from it and
 * control requests are answered on it.
 */
public final class ControlFile implements AutoCloseable {
    /** The most events that one read returns: the size of GadgetFS's queue, which is the longer of the two. */
    private static final int MAX_EVENTS = 5;

    /** {@code struct usb_functionfs_event}, {@code struct usb_gadgetfs_event}: a setup packet, a type, padding. */
    static final int EVENT_LENGTH = 12;

    private static final int LARGEST_DATA_STAGE = 0x10000;

    private final Path path;
    private final FileDescriptor descriptor;
    private final NativeMemory dataStage = NativeMemory.allocate(LARGEST_DATA_STAGE);
    private final ByteBuffer buffer = dataStage.bytes().order(ByteOrder.LITTLE_ENDIAN);
    private final NativeMemory eventQueue = NativeMemory.allocate(MAX_EVENTS * EVENT_LENGTH);
    private final ByteBuffer events = eventQueue.bytes().order(ByteOrder.LITTLE_ENDIAN);
    private final Readiness readiness;
    private final Answering answering = new Answering();
    private Direction direction = Direction.OUT;
    private long answeredAt = System.nanoTime();
    private int lastResult;

    /**
     * Opens the file.
     *
     * @param path the file's path
     */
    public ControlFile(Path path) {
        this.path = path;
        this.descriptor = FileDescriptor.openForBoth(path);
        this.readiness = new Readiness(descriptor);
    }

    /**
     * {@return whether the kernel accepted the blob; false if it returns EINVAL}
     *
     * @param blob descriptors in the kernel's format, in a direct buffer
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
     * Makes reads return at once, and reads from the file once and discards the result. Until the first read GadgetFS stalls
     * every request that it does not handle itself.
     */
    public void announceReader() {
        descriptor.doNotBlock();
        int length;
        do {
            length = descriptor.read(eventQueue, MAX_EVENTS * EVENT_LENGTH);
            // Left over from a request before the device connected.
        } while (length == -Errno.EIDRM.number());
        if (length != -Errno.EAGAIN.number()) {
            check(length, "read USB events from");
        }
    }

    /**
     * Receives the data of the pending request, if they have come. GadgetFS only.
     *
     * @param data filled from its position, which stays
     * @return the number of bytes, or the negative errno, EAGAIN if they have not come
     */
    public int receiveIfThere(ByteBuffer data) {
        int length = descriptor.read(dataStage, data.remaining());
        if (length > 0) {
            data.duplicate().put(buffer.clear().limit(length));
        }
        return length;
    }

    /** {@return what the file is ready for} */
    @SuppressWarnings("exports") // For GadgetFS's bus, which knows the system calls as well.
    public Readiness readiness() {
        readiness.ask();
        return readiness;
    }

    /** {@return the queued events, one after the other; what comes behind a SETUP has cancelled it} */
    ByteBuffer readEvents() {
        int length = descriptor.read(eventQueue, MAX_EVENTS * EVENT_LENGTH);
        // The host aborted a request before it was read.
        if (length == -Errno.EIDRM.number()) {
            length = 0;
        }
        check(length, "read USB events from");
        return events.clear().limit(length);
    }

    /**
     * Begins to answer a request.
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

    /** A transfer against the direction of the data stage stalls the request; the kernel confirms it with EL2HLT. */
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
            if (result == -Errno.EINTR.number()) {
                // FunctionFS still waits for an answer, and would take the next read for it. A stall does not wait for
                // the host.
                descriptor.transfer(direction == Direction.OUT, dataStage, 0);
            }
            return result;
        } finally {
            answering.end();
            answeredAt = System.nanoTime();
        }
    }

    /** {@return the time since the last request was answered, or else since the file was opened} */
    public Duration sinceAnswer() {
        return Duration.ofNanos(System.nanoTime() - answeredAt);
    }

    /** {@return the wait that can be aborted if the host does not take an answer} */
    Answering answering() {
        return answering;
    }

    /** {@return whether the host completed the request} */
    private boolean isDone(int result) {
        lastResult = result;
        if (result >= 0) {
            return true;
        }
        boolean hostIsElsewhere = Errno.of(-result).filter(GivenUp::isMeantBy).isPresent();
        if (!hostIsElsewhere) {
            throw new LinuxException("cannot answer a control request on " + path, -result);
        }
        return false;
    }

    /** {@return whether the last answer failed because the host has sent its next request} */
    boolean isReplaced() {
        return lastResult == -Errno.EIDRM.number();
    }

    /**
     * Begins to answer the pending request with a byte at an address that is not mapped. GadgetFS only.
     *
     * @return the negative errno, EFAULT if the request wants data; 0 if it wants none, and is answered
     */
    public int answerFromNowhere() {
        return descriptor.writeFromNowhere();
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
