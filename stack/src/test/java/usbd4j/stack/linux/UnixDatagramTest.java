package usbd4j.stack.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.stack.UsbException;

/** What becomes of an address. That a receiver gets what is sent is tested on the board. */
class UnixDatagramTest {
    @TempDir
    private Path directory;

    @Test
    void aPathEndsWithANul() {
        assertThat(bytes("/a")).containsExactly('/', 'a', 0);
    }

    @Test
    void anAbstractNameBeginsWithANul() {
        assertThat(bytes("@ab")).containsExactly(0, 'a', 'b');
    }

    private static byte[] bytes(String address) {
        ByteBuffer all = new UnixDatagram(address).socketAddress();
        assertThat(all.getShort()).isEqualTo((short) 1);
        byte[] path = new byte[all.remaining()];
        all.get(path);
        return path;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "notify", "vsock:2:1234"})
    void whatIsNeitherPathNorNameIsRefused(String address) {
        assertThatExceptionOfType(UsbException.class)
                .isThrownBy(() -> new UnixDatagram(address))
                .withMessageStartingWith("\"%s\" is not a socket", address);
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertThat(new UnixDatagram("/" + "x".repeat(106)).socketAddress().limit())
                .isEqualTo(110);
        assertThatExceptionOfType(UsbException.class).isThrownBy(() -> new UnixDatagram("/" + "x".repeat(107)));
    }

    @Test
    void withoutAReceiverItFails() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertFails(directory.resolve("missing"), "ENOENT, no such file or directory");
        assertFails(file, "ECONNREFUSED, connection refused");
    }

    @Test
    void toAStreamSocketItFails() throws IOException {
        Path socket = directory.resolve("stream");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));

            assertFails(socket, "EPROTOTYPE, wrong type of socket");
        }
    }

    private static void assertFails(Path socket, String why) {
        UnixDatagram datagram = new UnixDatagram(socket.toString());

        assertThatExceptionOfType(LinuxException.class)
                .isThrownBy(() -> datagram.send("READY=1"))
                .withMessage("cannot send to %s: %s", socket, why);
    }
}
