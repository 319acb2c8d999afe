package usbd4j.gadget.usbip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.Persona;
import usbd4j.gadget.transcript.StandardError;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.Speed;

/** Where a device can be served over USB/IP, and what is said where it cannot. */
class UsbIpSitesTest {
    private static final Persona PERSONA = new Persona(Identity.of(0x1209, 0x0001), List.of());

    @Test
    void aPortInUse() throws IOException {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + holder.getLocalPort();
            assertFails(
                    ExitStatus.NO_ADDRESS,
                    address,
                    "cannot listen on %s: EADDRINUSE, address already in use; end the program that has the port, such as usbipd, or pass another one: --bus usbip:ADDRESS:PORT"
                            .formatted(address));
        }
    }

    @Test
    void anAddressThatIsNotThisMachines() {
        assertFails(
                ExitStatus.NO_ADDRESS,
                "192.0.2.1:3240",
                "cannot listen on 192.0.2.1:3240: EADDRNOTAVAIL, address not available; use an address of this machine, as \"ip address\" lists them, or 0.0.0.0 for all of them");
    }

    @Test
    void aNameThatIsUnknown() {
        assertFails(
                ExitStatus.NO_ADDRESS,
                "board.invalid:3240",
                "there is no machine \"board.invalid\": its name has no address");
    }

    private static void assertFails(ExitStatus status, String address, String sentence) {
        try (UsbIpSites sites = new UsbIpSites(NetworkAddress.of(address), Speed.HIGH, 1)) {
            assertThatThrownBy(() -> sites.site(PERSONA, 1))
                    .isInstanceOfSatisfying(
                            GadgetException.class, e -> assertThat(e.status()).isEqualTo(status))
                    .hasMessage(sentence);
        }
    }

    @Test
    void whoeverReachesItMayUseIt() {
        try (StandardError error = new StandardError(Level.INFO);
                UsbIpSites sites = new UsbIpSites(NetworkAddress.of("0.0.0.0:0"), Speed.HIGH, 1)) {
            sites.site(PERSONA, 1);
            sites.site(PERSONA, 1);

            assertThat(error.lines())
                    .singleElement()
                    .asString()
                    .endsWith(
                            "warning: USB/IP has no protection: whoever reaches 0.0.0.0:0 can use the device, or read along");
        }
    }

    @Test
    void thisMachineAloneIsNoReasonToWarn() {
        try (StandardError error = new StandardError(Level.INFO);
                UsbIpSites sites = new UsbIpSites(NetworkAddress.of("127.0.0.1:0"), Speed.HIGH, 1)) {
            sites.site(PERSONA, 1);

            assertThat(error.lines()).isEmpty();
        }
    }
}
