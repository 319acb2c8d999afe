package usbd4j.gadget.usbip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.stack.UsbDevice;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.example.Loopback;
import usbd4j.stack.usbip.UsbIpBus;
import usbd4j.stack.usbip.UsbIpServer;
import usbd4j.stack.usbip.VhciHost;

/** What {@code usbd4j attach} says when there is nothing to attach, or nowhere to attach it to. */
class AttachmentTest {
    @TempDir
    private Path vhci;

    private void assertFails(InetSocketAddress server, Optional<String> busId, ExitStatus status, String sentence) {
        NetworkAddress address = new NetworkAddress("127.0.0.1", server.getPort());
        try (Attachment attachment = new Attachment(address, busId, new VhciHost(vhci))) {
            assertThatThrownBy(attachment::run)
                    .isInstanceOfSatisfying(
                            GadgetException.class, e -> assertThat(e.status()).isEqualTo(status))
                    .hasMessage(sentence.formatted(address));
        }
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    @Test
    void nobodyListens() throws IOException {
        InetSocketAddress gone;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            gone = (InetSocketAddress) server.getLocalSocketAddress();
        }
        assertFails(
                gone,
                Optional.of("1-1"),
                ExitStatus.NO_REMOTE_DEVICE,
                "cannot connect to %s: ECONNREFUSED, connection refused");
    }

    @Test
    void theDeviceIsOffTheBus() {
        try (UsbIpServer server = UsbIpServer.listen(anyPort())) {
            assertFails(
                    server.address(),
                    Optional.empty(),
                    ExitStatus.NO_REMOTE_DEVICE,
                    "%s has no device to give: it is off its bus, or another client has it");
            assertFails(
                    server.address(),
                    Optional.of("1-1"),
                    ExitStatus.NO_REMOTE_DEVICE,
                    "%s does not give device 1-1: it is not there");
        }
    }

    @Test
    void noPortIsFree() throws IOException {
        Files.write(
                vhci.resolve("status"),
                List.of("hub port sta spd dev sockfd local_busid", "hs 0000 006 003 00010001 000007 1-1"));
        try (UsbIpServer server = UsbIpServer.listen(anyPort())) {
            UsbIpBus bus = new UsbIpBus(server, 1, Speed.HIGH);
            try (UsbDevice device = new UsbDevice(Identity.of(0x1209, 0x0001), List.of(new Loopback()), bus);
                    Attachment attachment = new Attachment(
                            new NetworkAddress("127.0.0.1", server.address().getPort()),
                            Optional.empty(),
                            new VhciHost(vhci))) {
                bus.attach();

                assertThatThrownBy(attachment::run).hasMessage("no port of %s is free for a high-speed device", vhci);
            }
        }
    }
}
