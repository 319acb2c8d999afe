package usbd4j.stack.usbip;

import java.nio.ByteBuffer;
import java.time.Duration;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.LinuxException;
import usbd4j.stack.linux.Readiness;
import usbd4j.stack.linux.TcpSocket;

/** Requests and answers before a device is imported: whole ones, or none when the time is over. */
final class OpConnection {
    private final TcpSocket socket;
    private final Readiness readiness;
    private final long end;

    /**
     * Begins to talk.
     *
     * @param socket the connection, which stays open
     * @param patience how long all requests and answers may take together
     */
    OpConnection(TcpSocket socket, Duration patience) {
        this.socket = socket;
        this.readiness = new Readiness(socket.file());
        this.end = System.nanoTime() + patience.toNanos();
    }

    /**
     * {@return that many bytes, big-endian}
     *
     * @throws ProtocolException if fewer come
     */
    ByteBuffer read(int length) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(length);
        while (bytes.hasRemaining()) {
            ByteBuffer rest = bytes.slice();
            int count = socket.file().read(rest, rest.remaining());
            if (count == 0) {
                throw cutShort(bytes, "then the connection was closed");
            }
            if (count > 0) {
                bytes.position(bytes.position() + count);
            } else if (!waits(count) || !readiness.awaitReadable(left())) {
                throw cutShort(bytes, "then nothing more");
            }
        }
        return bytes.flip();
    }

    private static ProtocolException cutShort(ByteBuffer bytes, String end) {
        return new ProtocolException("%d of %d bytes, %s".formatted(bytes.position(), bytes.capacity(), end));
    }

    /**
     * Sends bytes.
     *
     * @param bytes a direct buffer, taken from its beginning to its position
     * @throws ProtocolException if the other side does not read them
     */
    void write(ByteBuffer bytes) {
        bytes.flip();
        while (bytes.hasRemaining()) {
            int count = socket.file().write(bytes.slice(), bytes.remaining());
            if (count >= 0) {
                bytes.position(bytes.position() + count);
            } else if (!waits(count) || !readiness.awaitWritable(left())) {
                throw new ProtocolException("it reads no answer");
            }
        }
    }

    private boolean waits(int result) {
        if (result == -Errno.EAGAIN.number()) {
            return true;
        }
        throw new LinuxException("the connection to %s is lost".formatted(socket), -result);
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }
}
