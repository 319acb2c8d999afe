package usbd4j.stack.usbip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.linux.SocketPair;

/** A host controller with a port of each kind, of which the one for super speed is taken. */
class VhciHostTest {
    private static final String STATUS = """
            hub port sta spd dev      sockfd local_busid
            hs  0000 004 000 00000000 000000 0-0
            ss  0001 006 005 00010001 000003 1-1
            """;

    private Path directory;

    @BeforeEach
    void make(@TempDir Path parent) throws IOException {
        directory = parent.resolve("vhci_hcd.0");
        Files.createDirectories(directory.resolve("usb3"));
        Files.writeString(directory.resolve("usb3/speed"), "480\n");
        Files.writeString(directory.resolve("status"), STATUS);
        Files.writeString(directory.resolve("attach"), "");
    }

    @Test
    void aDeviceGoesToAPortOfItsSpeed() {
        VhciPort port = attach(Speed.FULL);

        assertThat(port.number()).isZero();
        assertThat(directory.resolve("attach")).content().matches("0 \\d+ 65537 2\\s*");
    }

    @Test
    void aPortIsNamedAsLinuxNamesTheDeviceInIt() {
        assertThat(new VhciHost(directory).path(attach(Speed.HIGH))).isEqualTo("3-1");
    }

    @Test
    void withoutAFreePortOfItsSpeedItIsRefused() {
        assertThatExceptionOfType(UsbException.class)
                .isThrownBy(() -> attach(Speed.SUPER))
                .withMessage("no port of %s is free for a super-speed device", directory);
    }

    @Test
    void aDeviceThatIsGoneIsForgottenThoughAnotherIsInItsPlace() throws IOException {
        VhciPort port = attach(Speed.HIGH);
        Path place = directory.resolve("usb3/3-1");
        Files.createDirectory(place);
        VhciDevice device = new VhciHost(directory).device(port).orElseThrow();
        Files.move(place, place.resolveSibling("gone"));
        Files.createDirectory(place);

        assertThat(device.awaitForgotten()).isTrue();
    }

    private VhciPort attach(Speed speed) {
        SocketPair sockets = new SocketPair();
        try {
            return new VhciHost(directory).attach(sockets.first(), speed);
        } finally {
            sockets.first().close();
            sockets.second().close();
        }
    }
}
