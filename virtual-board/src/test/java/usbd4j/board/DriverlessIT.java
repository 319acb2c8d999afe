package usbd4j.board;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.EnabledIf;
import usbd4j.stack.SetupPacket;

/** What Windows and browsers ask a device for, asked by the board's host. The kernel answers. */
class DriverlessIT {
    /** As long as it may be. */
    private static final String PAGE = "example.org/" + "x".repeat(240);

    static final SetupPacket GET_BOS = new SetupPacket(0x80, 6, 0x0F00, 0, 255);
    static final SetupPacket GET_URL = new SetupPacket(0xC0, 'W', 1, 2, 255);

    /**
     * The platform capability of WebUSB: bLength, bDescriptorType, bDevCapabilityType and bReserved; PlatformCapabilityUUID;
     * bcdVersion, bVendorCode and iLandingPage.
     */
    static final byte[] WEB_USB =
            HexFormat.of().parseHex("18100500" + "38B60834A909A0478BFDA0768815B665" + "0001" + "57" + "01");

    private static final SetupPacket GET_OS_STRING = new SetupPacket(0x80, 6, 0x03EE, 0, 255);
    static final SetupPacket GET_COMPAT_ID = new SetupPacket(0xC0, 'M', 0, 4, 1024);

    private static final int COMPAT_HEADER_LENGTH = 16;
    private static final int COMPAT_LENGTH = 40;

    /** A device with one interface, and with both options if the kernel has both. */
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OneInterface {
        private final RunningDevice device = RunningDevice.configuredHere(all());
        private final UsbHost host = UsbHost.of(0x1209, 0x0001);

        @AfterAll
        void end() {
            host.close();
            device.close();
        }

        @Test
        @EnabledIf("usbd4j.board.DriverlessIT#kernelHasWebUsb")
        void tellsABrowserOfWebUsb() {
            byte[] bos = host.control(GET_BOS).orElseThrow();

            assertThat(bos).startsWith(5, 15, bos.length, 0);
            assertThat(bos).containsSequence(WEB_USB);
        }

        @Test
        @EnabledIf("usbd4j.board.DriverlessIT#kernelHasWebUsb")
        void givesABrowserTheLandingPage() {
            byte[] url = host.control(GET_URL).orElseThrow();

            assertThat(url).startsWith(255, 3, 1).hasSize(255);
            assertThat(new String(url, 3, 252, US_ASCII)).isEqualTo(PAGE);
        }

        @Test
        void tellsWindowsTheVendorCode() {
            byte[] string = host.control(GET_OS_STRING).orElseThrow();

            assertThat(string).startsWith(18, 3).endsWith('M', 0).hasSize(18);
            assertThat(new String(string, 2, 14, UTF_16LE)).isEqualTo("MSFT100");
        }

        @Test
        void tellsWindowsThatWinUsbServesIt() {
            byte[] compat = host.control(GET_COMPAT_ID).orElseThrow();

            assertThat(compat).startsWith(COMPAT_LENGTH, 0, 0, 0, 0x00, 0x01, 4, 0, 1);
            assertThat(functions(compat)).startsWith(0, 1, 'W', 'I', 'N', 'U', 'S', 'B', 0, 0);
        }

        @Test
        void tellsWindowsByWhichGuidProgramsFindIt() {
            assertThat(guid(host, 0)).isEqualTo("{6A49EE43-4FD2-4B7F-BC23-497C81EB5061}\0");
        }

        @Test
        void isListedByDfuUtil() {
            assertThat(Tool.dfuUtil("-l").output()).contains("Found Runtime: [1209:0001]");
        }
    }

    /** A device with a serial port first, and then DFU. */
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class SeveralInterfaces {
        private final RunningDevice device = RunningDevice.configuredHere("--winusb", "--with-function", "acm.usb0");
        private final UsbHost host = UsbHost.of(0x1209, 0x0001);

        @AfterAll
        void end() {
            host.close();
            device.close();
        }

        @Test
        void tellsWindowsThatWinUsbServesDfuAlone() {
            byte[] compat = host.control(GET_COMPAT_ID).orElseThrow();

            assertThat(compat).startsWith(COMPAT_LENGTH, 0, 0, 0, 0x00, 0x01, 4, 0, 1);
            assertThat(functions(compat)).startsWith(2, 1, 'W', 'I', 'N', 'U', 'S', 'B', 0, 0);
        }

        @Test
        void tellsWindowsByWhichGuidProgramsFindDfu() {
            assertThat(guid(host, 2)).isEqualTo("{6A49EE43-4FD2-4B7F-BC23-497C81EB5061}\0");
        }
    }

    @Test
    void withoutTheOptionsNobodyIsToldAnything() {
        try (RunningDevice device = RunningDevice.configuredHere();
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            assertThat(host.control(GET_URL)).isEqualTo(Optional.empty());
            assertThat(host.control(GET_OS_STRING)).isEqualTo(Optional.empty());
            assertThat(host.control(GET_COMPAT_ID)).isEqualTo(Optional.empty());
        }
    }

    @Test
    @DisabledIf("kernelHasWebUsb")
    void aKernelWithoutWebUsbIsNamed() {
        Tool run = Tool.usbd4j("run", "--landing-page", "https://" + PAGE);

        assertThat(run.status()).isEqualTo(5);
        assertThat(run.output())
                .startsWith("usbd4j: The kernel's gadgets have no WebUSB, which Linux has from about 6.3 on")
                .contains("run without --landing-page");
        assertThat(LeftBehind.look()).isEmpty();
    }

    @Test
    void isDetachedByDfuUtilAndComesBack() {
        try (RunningDevice device = RunningDevice.configuredHere(all())) {
            Tool detach = Tool.dfuUtil("-e", "-d", "1209:0001");

            device.awaitLine("leaving run-time for DFU mode");
            device.awaitLine("configured by the host");
            assertThat(detach.status()).as(detach.output()).isZero();
        }
    }

    @Test
    void removeRemovesWhatAKilledRunLeft() {
        kill(RunningDevice.configured(all()));

        assertThat(Tool.usbd4j("remove")).isEqualTo(new Tool(0, "removed gadget \"usbd4j\"\n"));
        assertThat(LeftBehind.look()).isEmpty();
    }

    @Test
    void theScriptRemovesWhatAKilledRunLeft() {
        kill(RunningDevice.configured(all()));

        assertThat(Tool.run("configfs-scripts/remove")).isEqualTo(new Tool(0, "removed gadget \"usbd4j\"\n"));
        assertThat(LeftBehind.look()).isEmpty();
    }

    private static void kill(RunningDevice device) {
        device.signal("KILL");
        assertThat(device.statusAtEnd()).isEqualTo(137);
    }

    private static byte[] functions(byte[] compat) {
        return Arrays.copyOfRange(compat, COMPAT_HEADER_LENGTH, compat.length);
    }

    /**
     * {@return the only registry property of an interface, which is a GUID; the kernel looks for the interface in the low
     * byte of wValue}
     */
    private static String guid(UsbHost host, int bInterfaceNumber) {
        byte[] properties = host.control(new SetupPacket(0xC1, 'M', bInterfaceNumber, 5, 1024))
                .orElseThrow();

        assertThat(properties).startsWith(142, 0, 0, 0, 0x00, 0x01, 5, 0, 1, 0, 132, 0, 0, 0, 1, 0, 0, 0, 40, 0);
        assertThat(new String(properties, 20, 40, UTF_16LE)).isEqualTo("DeviceInterfaceGUID\0");
        return new String(properties, 64, 78, UTF_16LE);
    }

    private static String[] all() {
        return kernelHasWebUsb()
                ? new String[] {"--winusb", "--landing-page", "https://" + PAGE}
                : new String[] {"--winusb"};
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
