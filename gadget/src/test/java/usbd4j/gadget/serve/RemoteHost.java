package usbd4j.gadget.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A host that imports a device over USB/IP, and sends it control requests without data (Linux, Documentation/usb/usbip_protocol.rst). */
final class RemoteHost implements Closeable {
    private static final int VERSION = 0x0111;
    private static final int REQ_IMPORT = 0x8003;
    private static final int BUS_ID_LENGTH = 32;
    private static final int REP_IMPORT_LENGTH = 320;
    private static final int CMD_SUBMIT = 1;
    private static final int NOT_ISOCHRONOUS = -1;
    private static final int PDU_LENGTH = 48;
    private static final int STATUS_AT = 20;

    private final Socket socket;
    private int sequence;

    RemoteHost(int port, String busId) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        ByteBuffer request = ByteBuffer.allocate(8 + BUS_ID_LENGTH)
                .putShort((short) VERSION)
                .putShort((short) REQ_IMPORT)
                .putInt(0)
                .put(busId.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(request.array());
        assertThat(answer(REP_IMPORT_LENGTH).getInt(4))
                .as("status of the import")
                .isZero();
    }

    /** Sends a request to the device or its first interface, and waits until it is done. */
    void request(int bmRequestType, int bRequest, int wValue) throws IOException {
        ByteBuffer submit = ByteBuffer.allocate(PDU_LENGTH)
                .putInt(CMD_SUBMIT)
                .putInt(++sequence)
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .putInt(NOT_ISOCHRONOUS)
                .putInt(0)
                .put((byte) bmRequestType)
                .put((byte) bRequest)
                .putShort(Short.reverseBytes((short) wValue));
        socket.getOutputStream().write(submit.array());
        assertThat(answer(PDU_LENGTH).getInt(STATUS_AT))
                .as("status of the request")
                .isZero();
    }

    private ByteBuffer answer(int length) throws IOException {
        byte[] bytes = new byte[length];
        new DataInputStream(socket.getInputStream()).readFully(bytes);
        return ByteBuffer.wrap(bytes);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
