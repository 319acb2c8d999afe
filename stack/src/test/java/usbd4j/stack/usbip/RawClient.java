package usbd4j.stack.usbip;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A connection to a server, with nothing of this project in it. */
final class RawClient implements AutoCloseable {
    private static final int GENEROUS_MILLIS = 20_000;

    private final Socket socket;

    RawClient(InetSocketAddress address) {
        try {
            socket = new Socket(address.getAddress(), address.getPort());
            socket.setSoTimeout(GENEROUS_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the request for the list of devices} */
    static byte[] devlist() {
        return ByteBuffer.allocate(8).putInt(0x0111_8005).array();
    }

    /** {@return the request for a device} */
    static byte[] importOf(String busId) {
        return ByteBuffer.allocate(40)
                .putInt(0x0111_8003)
                .putInt(0)
                .put(busId.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    RawClient send(byte... bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ByteBuffer read(int length) {
        try {
            byte[] bytes = new byte[length];
            new DataInputStream(socket.getInputStream()).readFully(bytes);
            return ByteBuffer.wrap(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return whether the server closes the connection, after nothing else} */
    boolean isClosed() {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            // Reset, because the server has not read all that was sent.
            return !socket.isClosed();
        }
    }

    /** Disappears without a word: the other side sees a reset. */
    void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
