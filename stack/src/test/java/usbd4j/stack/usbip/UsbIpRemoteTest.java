package usbd4j.stack.usbip;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import usbd4j.stack.usbip.RemoteException.Reason;

/** Servers that are not what a client hopes for. */
class UsbIpRemoteTest {
    private ServerSocket server;
    private UsbIpRemote remote;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        remote = new UsbIpRemote((InetSocketAddress) server.getLocalSocketAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    /** Answers the next client with these bytes, and closes the connection. */
    private void answer(byte... bytes) {
        Thread answering = new Thread(() -> {
            try (Socket client = server.accept()) {
                client.getInputStream().readNBytes(8);
                client.getOutputStream().write(bytes);
                client.shutdownOutput();
                client.getInputStream().readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        answering.start();
    }

    private void assertFails(Reason reason, String message) {
        assertThatThrownBy(() -> remote.importDevice("1-1"))
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessage(message, remote);
    }

    @Test
    void nobodyListens() throws IOException {
        server.close();

        assertThatThrownBy(() -> remote.importDevice("1-1"))
                .hasMessage("cannot connect to %s: ECONNREFUSED, connection refused", remote);
    }

    @Test
    void anotherVersion() {
        answer(ByteBuffer.allocate(8).putInt(0x0106_0003).array());

        assertFails(Reason.LASTING, "%s speaks version 0x0106 of USB/IP, and this program 0x0111");
    }

    @Test
    void anotherProtocol() {
        answer("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));

        assertFails(Reason.LASTING, "%s does not speak USB/IP (it answers 0x48545450)");
    }

    @Test
    void theDeviceIsBusy() {
        answer(ByteBuffer.allocate(8).putInt(0x0111_0003).putInt(2).array());

        assertFails(Reason.PASSING, "%s does not give device 1-1: another client has it");
    }

    @Test
    void aServerThatEndsInItsAnswer() {
        answer(ByteBuffer.allocate(20).putInt(0x0111_0003).array());

        assertFails(Reason.PASSING, "%s does not answer as USB/IP (12 of 312 bytes, then the connection was closed)");
    }

    @Test
    void aListOfMoreDevicesThanThereCanBe() {
        answer(ByteBuffer.allocate(12).putInt(0x0111_0005).putInt(8, -1).array());

        assertThatThrownBy(remote::devices).hasMessage("%s does not answer as USB/IP (-1 devices)", remote);
    }
}
