package usbd4j.gadget.usbip;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import usbd4j.gadget.transcript.StandardError;
import usbd4j.stack.usbip.UsbIpServer;

/** A client that does not know the protocol is one line in the log, whatever it sends. */
class BadClientLogTest {
    private static final int ANSWER = 8;

    @Test
    void anotherProtocol() throws IOException {
        assertLogs(
                "GET / HTTP/1.1\r\n\r\n".getBytes(US_ASCII),
                "sent what is not USB/IP (version 0x4745), and is disconnected");
    }

    @Test
    void anUnknownCommand() throws IOException {
        assertLogs(
                ByteBuffer.allocate(8).putInt(0x0111_8009).array(),
                "sent what is not USB/IP (command 0x8009), and is disconnected");
    }

    @Test
    void halfARequest() throws IOException {
        assertLogs(
                new byte[3],
                "sent what is not USB/IP (3 of 8 bytes, then the connection was closed), and is disconnected");
    }

    @Test
    void anUnknownBusIdThatWouldMoveTheCursor() throws IOException {
        byte[] request = ByteBuffer.allocate(40)
                .putInt(0x0111_8003)
                .putInt(0)
                .put("\033[2J\n7".getBytes(US_ASCII))
                .array();
        assertLogs(request, "may not import \"?[2J?7\": it is not there");
    }

    private static void assertLogs(byte[] request, String end) throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (StandardError error = new StandardError(Level.INFO);
                UsbIpServer server = UsbIpServer.listen(anyPort);
                Socket client = new Socket(
                        InetAddress.getLoopbackAddress(), server.address().getPort())) {
            client.getOutputStream().write(request);
            client.shutdownOutput();
            awaitEnd(client);

            assertThat(error.lines())
                    .singleElement()
                    .asString()
                    .contains(" client 127.0.0.1:")
                    .endsWith(end);
        }
    }

    private static void awaitEnd(Socket client) throws IOException {
        try {
            assertThat(client.getInputStream().readAllBytes()).hasSizeLessThanOrEqualTo(ANSWER);
        } catch (SocketException e) {
            assertThat(e).as("what was not read resets the connection").hasMessageContaining("reset");
        }
    }
}
