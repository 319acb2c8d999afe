package usbd4j.stack.usbip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.FileDescriptor;
import usbd4j.stack.linux.NativeMemory;
import usbd4j.stack.linux.Readiness;
import usbd4j.stack.linux.WriteVector;

/** The device's end of the stream socket to its host. */
final class UrbConnection implements AutoCloseable {
    private static final int INPUT_LENGTH = 64 << 10;
    private static final int RET_UNLINK = 4;
    private static final int MOST_ANSWERS = 64;

    /** How long a host may take before it reads the next answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final FileDescriptor socket;
    private final Readiness readiness;
    private final PduReader reader;
    private final UrbPool pool;
    private final Queue<Urb> answered = new ArrayDeque<>();
    private final WriteVector answers = new WriteVector(MOST_ANSWERS);
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
     * @param pool takes back what has been answered
     */
    UrbConnection(FileDescriptor socket, PduReader reader, UrbPool pool) {
        this.socket = socket;
        this.readiness = new Readiness(socket);
        this.reader = reader;
        this.pool = pool;
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
     * Answers a transfer, with others at the next {@link #flush}.
     *
     * @param urb the transfer, not to be used any more
     * @param status 0 or a negative errno
     */
    void submitted(Urb urb, int status) {
        answers.add(urb.answer(status), 0, urb.answerLength());
        answered.add(urb);
        if (answers.isFull()) {
            flush();
        }
    }

    /**
     * Writes all answers, with one system call if the host leaves room for them.
     *
     * @return whether the host is still there
     */
    boolean flush() {
        int written = answered.size() > 1 && loss.isEmpty() ? Math.max(0, socket.write(answers)) : 0;
        answers.clear();
        for (Urb urb = answered.poll(); urb != null; urb = answered.poll()) {
            int begun = Math.min(written, urb.answerLength());
            written -= begun;
            write(urb.memory(), begun, urb.answerLength());
            pool.giveBack(urb);
        }
        return loss.isEmpty();
    }

    /**
     * Answers a request that gave a transfer up.
     *
     * @param seqnum the request's number
     * @param status -ECONNRESET if the transfer will not be answered, 0 if it has been
     */
    void unlinked(int seqnum, int status) {
        flush();
        unlinkedHeader.clear();
        unlinkedHeader.putInt(RET_UNLINK).putInt(seqnum).putInt(0).putInt(0).putInt(0);
        unlinkedHeader.putInt(status);
        write(unlinked, 0, Urb.HEADER_LENGTH);
    }

    private void write(NativeMemory memory, int begin, int length) {
        int written = begin;
        while (loss.isEmpty() && written < length) {
            int result = written == 0 ? socket.write(memory, length) : writeRest(memory, written, length);
            if (result >= 0) {
                written += result;
            } else if (result != -Errno.EAGAIN.number()) {
                loss = Optional.of(Errno.describe(-result));
            } else if (!readiness.awaitWritable(PATIENCE)) {
                // It may have read the beginning of an answer, so that no other can follow.
                loss = Optional.of("it has read no answer for %d seconds".formatted(PATIENCE.toSeconds()));
            }
        }
    }

    private int writeRest(NativeMemory memory, int begin, int length) {
        answers.clear();
        answers.add(memory, begin, length);
        int result = socket.write(answers);
        answers.clear();
        return result;
    }

    /** {@return why the host can no longer be answered; empty if it can} */
    Optional<String> loss() {
        return loss;
    }

    @Override
    public void close() {
        flush();
        reader.end();
        socket.close();
    }
}
