package usbd4j.board;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.EnabledIf;
import usbd4j.stack.SetupPacket;

/** What Windows and browsers ask a device for, asked by the board's host. The kernel answers. */
class DriverlessIT {
    private static final String PAGE = "https://example.org/flash";

    private static final SetupPacket GET_BOS = new SetupPacket(0x80, 6, 0x0F00, 0, 255);
    private static final SetupPacket GET_URL = new SetupPacket(0xC0, 'W', 1, 2, 255);
    private static final SetupPacket GET_OS_STRING = new SetupPacket(0x80, 6, 0x03EE, 0, 255);
    private static final SetupPacket GET_COMPAT_ID = new SetupPacket(0xC0, 'M', 0, 4, 1024);
    private static final SetupPacket GET_PROPERTIES = new SetupPacket(0xC1, 'M', 0, 5, 1024);

    private static final int COMPAT_HEADER_LENGTH = 16;

    @Test
    @EnabledIf("kernelHasWebUsb")
    void aBrowserLearnsOfWebUsb() {
        try (RunningDevice device = RunningDevice.configured("--landing-page", PAGE);
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            byte[] bos = host.control(GET_BOS).orElseThrow();

            assertThat(bos).startsWith(5, 15, bos.length, 0);
            assertThat(bos)
                    .containsSequence(
                            0x18, // bLength
                            0x10, // bDescriptorType
                            0x05, // bDevCapabilityType
                            0x00, // bReserved
                            0x38, // PlatformCapabilityUUID
                            0xB6, 0x08, 0x34, 0xA9, 0x09, 0xA0, 0x47, //
                            0x8B, 0xFD, 0xA0, 0x76, 0x88, 0x15, 0xB6, 0x65, //
                            0x00, // bcdVersion
                            0x01, 'W', // bVendorCode
                            0x01); // iLandingPage
        }
    }

    @Test
    @EnabledIf("kernelHasWebUsb")
    void aBrowserGetsTheLandingPage() {
        try (RunningDevice device = RunningDevice.configured("--landing-page", PAGE);
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            byte[] url = host.control(GET_URL).orElseThrow();

            assertThat(url).startsWith(3 + "example.org/flash".length(), 3, 1);
            assertThat(new String(url, 3, url.length - 3, US_ASCII)).isEqualTo("example.org/flash");
        }
    }

    @Test
    @EnabledIf("kernelHasWebUsb")
    void aBrowserGetsTheLongestLandingPage() {
        String longest = "a.org/" + "x".repeat(246);
        try (RunningDevice device = RunningDevice.configured("--landing-page", "https://" + longest);
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            byte[] url = host.control(GET_URL).orElseThrow();

            assertThat(new String(url, 3, url.length - 3, US_ASCII)).isEqualTo(longest);
        }
    }

    @Test
    @DisabledIf("kernelHasWebUsb")
    void aKernelWithoutWebUsbIsNamed() {
        Tool run = Tool.usbd4j("run", "--landing-page", PAGE);

        assertThat(run.status()).isEqualTo(5);
        assertThat(run.output())
                .startsWith("usbd4j: The kernel's gadgets have no WebUSB, which Linux has from about 6.3 on")
                .contains("run without --landing-page");
        assertThat(LeftBehind.look()).isEmpty();
    }

    @Test
    void windowsLearnsTheVendorCode() {
        try (RunningDevice device = RunningDevice.configured("--winusb");
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            byte[] string = host.control(GET_OS_STRING).orElseThrow();

            assertThat(string).startsWith(18, 3).endsWith('M', 0);
            assertThat(new String(string, 2, 14, UTF_16LE)).isEqualTo("MSFT100");
        }
    }

    @Test
    void windowsLearnsThatWinUsbServesTheDevice() {
        try (RunningDevice device = RunningDevice.configured("--winusb");
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            byte[] compat = host.control(GET_COMPAT_ID).orElseThrow();

            assertThat(compat).startsWith(40, 0, 0, 0, 0x00, 0x01, 4, 0, 1).hasSize(40);
            assertThat(function(compat, 0)).startsWith(0, 1, 'W', 'I', 'N', 'U', 'S', 'B', 0, 0);
        }
    }

    @Test
    void windowsLearnsThatWinUsbServesNothingButDfu() {
        try (RunningDevice device = RunningDevice.configured("--winusb", "--with-function", "acm.usb0");
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            byte[] compat = host.control(GET_COMPAT_ID).orElseThrow();

            assertThat(compat).hasSize(40);
            assertThat(function(compat, 0)).startsWith(2, 1, 'W', 'I', 'N', 'U', 'S', 'B', 0, 0);
        }
    }

    @Test
    void windowsLearnsByWhichGuidProgramsFindTheDevice() {
        try (RunningDevice device = RunningDevice.configured("--winusb");
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            byte[] properties = host.control(GET_PROPERTIES).orElseThrow();

            assertThat(properties).startsWith(142, 0, 0, 0, 0x00, 0x01, 5, 0, 1, 0, 132, 0, 0, 0, 1, 0, 0, 0, 40, 0);
            assertThat(new String(properties, 20, 40, UTF_16LE)).isEqualTo("DeviceInterfaceGUID\0");
            assertThat(new String(properties, 64, 78, UTF_16LE)).isEqualTo("{6A49EE43-4FD2-4B7F-BC23-497C81EB5061}\0");
        }
    }

    @Test
    void withoutTheOptionsNobodyLearnsAnything() {
        try (RunningDevice device = RunningDevice.configured();
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            assertThat(host.control(GET_URL)).isEqualTo(Optional.empty());
            assertThat(host.control(GET_OS_STRING)).isEqualTo(Optional.empty());
            assertThat(host.control(GET_COMPAT_ID)).isEqualTo(Optional.empty());
        }
    }

    @Test
    void dfuUtilListsAndDetachesTheDevice() {
        try (RunningDevice device = RunningDevice.configured(all())) {
            Tool list = Tool.dfuUtil("-l");
            Tool detach = Tool.dfuUtil("-e", "-d", "1209:0001");

            assertThat(list.output()).contains("Found Runtime: [1209:0001]");
            device.awaitLine("leaving run-time for DFU mode");
            device.awaitLine("configured by the host");
            assertThat(detach.status()).as(detach.output()).isZero();
        }
    }

    @Test
    void removeRemovesWhatAKilledRunLeft() {
        RunningDevice killed = RunningDevice.configured(all());
        killed.signal("KILL");
        assertThat(killed.statusAtEnd()).isEqualTo(137);

        assertThat(Tool.usbd4j("remove")).isEqualTo(new Tool(0, "removed gadget \"usbd4j\"\n"));
        assertThat(LeftBehind.look()).isEmpty();
    }

    @Test
    void theScriptRemovesWhatAKilledRunLeft() {
        RunningDevice killed = RunningDevice.configured(all());
        killed.signal("KILL");
        assertThat(killed.statusAtEnd()).isEqualTo(137);

        assertThat(Tool.run("configfs-scripts/remove")).isEqualTo(new Tool(0, "removed gadget \"usbd4j\"\n"));
        assertThat(LeftBehind.look()).isEmpty();
    }

    private static byte[] function(byte[] compat, int index) {
        int start = COMPAT_HEADER_LENGTH + 24 * index;
        return Arrays.copyOfRange(compat, start, start + 24);
    }

    private static String[] all() {
        return kernelHasWebUsb() ? new String[] {"--winusb", "--landing-page", PAGE} : new String[] {"--winusb"};
    }

    /** A gadget has a directory for it, or not. */
    static boolean kernelHasWebUsb() {
        Path gadget = Path.of("/sys/kernel/config/usb_gadget/probe");
        Tool.run("mkdir", gadget.toString());
        boolean has = Files.isDirectory(gadget.resolve("webusb"));
        Tool.run("rmdir", gadget.toString());
        return has;
    }
}
