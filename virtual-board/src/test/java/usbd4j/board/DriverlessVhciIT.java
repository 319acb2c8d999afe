package usbd4j.board;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import usbd4j.stack.SetupPacket;

/** What Windows and browsers ask a device for that is whole: it answers itself, on every kernel. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DriverlessVhciIT {
    static final SetupPacket GET_MS_OS_20 = new SetupPacket(0xC0, 'M', 0, 7, 1024);

    private final RunningDevice device =
            RunningDevice.configured("--bus", "vhci", "--winusb", "--landing-page", "https://example.org/update");
    private final UsbHost host = UsbHost.of(0x1209, 0x0001);

    @AfterAll
    void end() {
        host.close();
        device.close();
    }

    @Test
    void theBosDescriptorTellsOfWebUsbAndWinUsb() {
        byte[] bos = host.control(DriverlessIT.GET_BOS).orElseThrow();

        assertThat(bos).startsWith(5, 15, bos.length, 0, 2);
        assertThat(bos)
                .containsSequence(DriverlessIT.WEB_USB)
                .containsSequence(
                        0x1C, // bLength
                        0x10, // bDescriptorType
                        0x05, // bDevCapabilityType
                        0x00, // bReserved
                        0xDF, // PlatformCapabilityUUID of Microsoft OS 2.0
                        0x60, 0xDD, 0xD8, 0x89, 0x45, 0xC7, 0x4C, //
                        0x9C, 0xD2, 0x65, 0x9D, 0x9E, 0x64, 0x8A, 0x9F, //
                        0x00, // dwWindowsVersion
                        0x00, 0x03, 0x06);
    }

    @Test
    void aBrowserIsGivenTheLandingPage() {
        byte[] url = host.control(DriverlessIT.GET_URL).orElseThrow();

        assertThat(url).startsWith(url.length, 3, 1);
        assertThat(new String(url, 3, url.length - 3, US_ASCII)).isEqualTo("example.org/update");
    }

    @Test
    void windowsIsToldToBindWinUsb() {
        byte[] set = host.control(GET_MS_OS_20).orElseThrow();

        assertThat(set).containsSequence('W', 'I', 'N', 'U', 'S', 'B', 0, 0);
        assertThat(new String(set, UTF_16LE)).contains("{6A49EE43-4FD2-4B7F-BC23-497C81EB5061}");
    }
}
