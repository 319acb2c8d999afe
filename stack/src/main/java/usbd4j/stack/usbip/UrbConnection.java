package usbd4j.stack.usbip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Optional;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.FileDescriptor;
import usbd4j.stack.linux.NativeMemory;
import usbd4j.stack.linux.Readiness;

/** The device's end of the stream socket to its host. */
final class UrbConnection implements AutoCloseable {
    private static final int INPUT_LENGTH = 64 << 10;
    private static final int RET_UNLINK = 4;

    /** How long a host may take before it reads the next answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final FileDescriptor socket;
    private final Readiness readiness;
    private final PduReader reader;
    private final NativeMemory input = NativeMemory.allocate(INPUT_LENGTH);
    private final ByteBuffer bytes = input.bytes();
    private final NativeMemory unlinked = NativeMemory.allocate(Urb.HEADER_LENGTH);
    private final ByteBuffer unlinkedHeader = unlinked.bytes().order(ByteOrder.BIG_ENDIAN);
    private Optional<String> loss = Optional.empty();

    /**
     * Begins to talk to a host.
     *
     * @param socket the device's end
     * @param reader receives the host's requests
     */
    UrbConnection(FileDescriptor socket, PduReader reader) {
        this.socket = socket;
        this.readiness = new Readiness(socket);
        this.reader = reader;
        socket.doNotBlock();
    }

    FileDescriptor socket() {
        return socket;
    }

    /**
     * Reads requests that have come; if there are more, the socket stays readable.
     *
     * @return whether the host is still there
     * @throws ProtocolException if it sent something else
     */
    boolean read() {
        int count = socket.read(input, INPUT_LENGTH);
        if (count > 0) {
            reader.read(bytes.clear().limit(count));
        }
        return count > 0 || count == -Errno.EAGAIN.number();
    }

    /**
     * Answers a transfer.
     *
     * @param urb the transfer
     * @param status 0 or a negative errno
     * @return whether the host is still there
     */
    boolean submitted(Urb urb, int status) {
        return write(urb.answer(status), urb.answerLength());
    }

    /**
     * Answers a request that gave a transfer up.
     *
     * @param seqnum the request's number
     * @param status -ECONNRESET if the transfer will not be answered, 0 if it has been
     * @return whether the host is still there
     */
    boolean unlinked(int seqnum, int status) {
        unlinkedHeader.clear();
        unlinkedHeader.putInt(RET_UNLINK).putInt(seqnum).putInt(0).putInt(0).putInt(0);
        unlinkedHeader.putInt(status);
        return write(unlinked, Urb.HEADER_LENGTH);
    }

    private boolean write(NativeMemory memory, int length) {
        int written = 0;
        while (loss.isEmpty() && written < length) {
            int result = written == 0 ? socket.write(memory, length) : socket.write(memory, written, length);
            if (result >= 0) {
                written += result;
            } else if (result != -Errno.EAGAIN.number()) {
                loss = Optional.of(Errno.describe(-result));
            } else if (!readiness.awaitWritable(PATIENCE)) {
                // It may have read the beginning of an answer, so that no other can follow.
                loss = Optional.of("it has read no answer for %d seconds".formatted(PATIENCE.toSeconds()));
            }
        }
        return loss.isEmpty();
    }

    /** {@return why the host can no longer be answered; empty if it can} */
    Optional<String> loss() {
        return loss;
    }

    @Override
    public void close() {
        reader.end();
        socket.close();
    }
}
