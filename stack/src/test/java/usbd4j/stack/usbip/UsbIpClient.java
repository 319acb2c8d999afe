package usbd4j.stack.usbip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import usbd4j.stack.Direction;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.linux.FileDescriptor;
import usbd4j.stack.linux.Readiness;

/** A host's end of USB/IP, written from the protocol's description alone: one transfer at a time, or given up. */
final class UsbIpClient implements AutoCloseable {
    /** {@code -EPIPE}. */
    static final int STALLED = -32;

    /** {@code -ECONNRESET}. */
    static final int GIVEN_UP = -104;

    private static final int CMD_SUBMIT = 1;
    private static final int CMD_UNLINK = 2;
    private static final int RET_SUBMIT = 3;
    private static final int RET_UNLINK = 4;
    private static final int HEADER = 48;

    /** {@code -EAGAIN}. */
    private static final int TRY_AGAIN = -11;

    private static final Duration GENEROUS = Duration.ofSeconds(20);

    private final FileDescriptor socket;
    private final Map<Integer, Boolean> isIn = new HashMap<>();
    private int seqnum;

    UsbIpClient(FileDescriptor socket) {
        this.socket = socket;
    }

    /** {@return a host that has imported the server's device} */
    static UsbIpClient importing(UsbIpServer server) {
        return importing(server, "1-1");
    }

    static UsbIpClient importing(UsbIpServer server, String busId) {
        return new UsbIpClient(
                new UsbIpRemote(server.address()).importDevice(busId).socket().file());
    }

    /**
     * An answer.
     *
     * @param command RET_SUBMIT or RET_UNLINK
     * @param seqnum the number of the request
     * @param status 0 or a negative errno
     * @param length the actual length
     * @param data what came in
     */
    record Answer(int command, int seqnum, int status, int length, ByteBuffer data) {}

    /** {@return the answer to a control transfer} */
    Answer control(SetupPacket setup, byte... data) {
        return answerTo(submit(setup, data));
    }

    /** {@return the answer to a transfer on an endpoint} */
    Answer transfer(int bEndpointAddress, int flags, int length, byte... data) {
        return answerTo(submit(bEndpointAddress, flags, new byte[8], length, data));
    }

    /** Begins a control transfer. {@return its number} */
    int submit(SetupPacket setup, byte... data) {
        ByteBuffer packet = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        setup.write(packet);
        int endpoint = setup.direction() == Direction.IN ? 0x80 : 0;
        return submit(endpoint, 0, packet.array(), setup.wLength(), data);
    }

    /** Begins a transfer. {@return its number} */
    int submit(int bEndpointAddress, int flags, byte[] setup, int length, byte... data) {
        int in = bEndpointAddress >> 7;
        ByteBuffer pdu = pdu(HEADER + data.length, CMD_SUBMIT, in, bEndpointAddress & 0x0F);
        pdu.putInt(flags)
                .putInt(length)
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .put(setup)
                .put(data);
        isIn.put(seqnum, in != 0);
        write(pdu);
        return seqnum;
    }

    /** Waits for the next answer, as long as this host has patience. */
    void awaitAnswer(Duration patience) {
        new Readiness(socket).awaitReadable(patience);
    }

    /** Gives a transfer up. {@return the status of that} */
    int unlink(int given) {
        ByteBuffer pdu = pdu(HEADER, CMD_UNLINK, 0, 0);
        pdu.putInt(given);
        write(pdu.position(HEADER));
        return answerTo(seqnum).status();
    }

    private ByteBuffer pdu(int length, int command, int direction, int endpoint) {
        seqnum++;
        return ByteBuffer.allocateDirect(length)
                .putInt(command)
                .putInt(seqnum)
                .putInt(0x10001)
                .putInt(direction)
                .putInt(endpoint);
    }

    /** Sends bytes as they are. */
    void write(ByteBuffer bytes) {
        bytes.flip();
        while (bytes.hasRemaining()) {
            int written = socket.write(bytes.slice(), bytes.remaining());
            if (written == TRY_AGAIN) {
                new Readiness(socket).awaitWritable(GENEROUS);
                continue;
            }
            if (written < 0) {
                throw new IllegalStateException("errno " + -written);
            }
            bytes.position(bytes.position() + written);
        }
    }

    /** {@return the answer with that number; those before it are passed over} */
    Answer answerTo(int number) {
        Answer answer;
        do {
            answer = next();
        } while (answer.seqnum() != number);
        return answer;
    }

    private Answer next() {
        ByteBuffer header = read(HEADER);
        int command = header.getInt(0);
        int number = header.getInt(4);
        if (command == RET_UNLINK) {
            return new Answer(command, number, header.getInt(20), 0, ByteBuffer.allocate(0));
        }
        if (command != RET_SUBMIT) {
            throw new IllegalStateException("answer " + command);
        }
        int length = header.getInt(24);
        byte[] data = new byte[isIn.getOrDefault(number, false) ? length : 0];
        read(data.length).get(data);
        return new Answer(command, number, header.getInt(20), length, ByteBuffer.wrap(data));
    }

    private ByteBuffer read(int length) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(length);
        while (bytes.hasRemaining()) {
            ByteBuffer rest = bytes.slice();
            int count = read(rest);
            if (count <= 0) {
                throw new IllegalStateException("the device has closed the connection");
            }
            bytes.position(bytes.position() + count);
        }
        return bytes.flip();
    }

    /** {@return whether the device has closed the connection, after nothing else} */
    boolean isClosed() {
        ByteBuffer rest = ByteBuffer.allocateDirect(1);
        return read(rest) <= 0;
    }

    private int read(ByteBuffer bytes) {
        new Readiness(socket).awaitReadable(GENEROUS);
        return socket.read(bytes, bytes.remaining());
    }

    @Override
    public void close() {
        socket.close();
    }
}
