package usbd4j.board;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions of the kernel beside DFU, as products have them. */
class CompositeIT {
    private static final int BLOCK = 512;

    /** A boot keyboard (HID 1.11, appendix B.1). */
    private static final String KEYBOARD = "05010906a101050719e029e71500250175019508810295017508810395057501"
            + "050819012905910295017503910395067508150025650507190029658100c0";

    @TempDir
    private Path directory;

    @BeforeAll
    static void theHostHasDrivers() {
        for (String module : List.of("usbhid", "usb-storage", "sd_mod", "cdc-acm")) {
            assertThat(Tool.run("modprobe", module)).isEqualTo(new Tool(0, ""));
        }
    }

    @Test
    void aKeyboardADiskAndASerialPortBesideDfu() throws IOException {
        FirmwareStore store = new FirmwareStore(directory);
        byte[] content = new byte[1 << 20];
        new Random(1).nextBytes(content);
        Path disk = store.file("disk", content);
        Path device = file("""
                [run-time]
                on-detach = "dfu-mode"
                [[function]]
                kind = "hid"
                name = "usb0"
                protocol = 1
                subclass = 1
                report_length = 8
                report_desc = "%s"
                [[function]]
                kind = "mass_storage"
                name = "usb0"
                stall = false
                "lun.0/ro" = true
                "lun.0/file" = "%s"
                "lun.1/removable" = true
                [[function]]
                kind = "acm"
                name = "usb0"
                """.formatted(KEYBOARD, disk));
        Path firmware = store.firmware(5000);
        try (RunningDevice running =
                RunningDevice.configuredHere("--device", device.toString(), "--store", store.store())) {
            Wait.until(
                    "the drivers are bound", () -> drivers().containsAll(List.of("usbhid", "usb-storage", "cdc_acm")));
            Wait.until("there is a disk", () -> disk().isPresent());
            assertThat(firstBlock(disk().orElseThrow())).isEqualTo(Arrays.copyOf(content, BLOCK));
            Tool download = Tool.dfuUtil("-d", FirmwareStore.EITHER_MODE, "-R", "-D", firmware.toString());
            assertThat(download.output()).contains("Done!");
            running.awaitLine("on the bus as 1209:0002");
            running.awaitLine("on the bus as 1209:0001");
            running.awaitLine("configured by the host");
        }
        assertThat(store.stored("firmware")).hasBinaryContent(Files.readAllBytes(firmware));
    }

    @Test
    void aFunctionThatNoHostCanConfigureIsToldOf() throws IOException {
        try (RunningDevice running = RunningDevice.startHere("--with-function", "hid.usb0")) {
            running.awaitLine("hid.usb0 has report_length 0: hosts cannot configure it");
            running.awaitLine("warning: a host has connected and chosen no configuration for 5 seconds");
            running.awaitLine("can't set config #1, error -32");
        }
    }

    @Test
    void kindsMayHaveCapitals() {
        try (RunningDevice running = RunningDevice.configuredHere("--with-function", "Loopback.0")) {
            assertThat(Tool.dfuUtil("-l").output()).contains("Found Runtime: [1209:0001]");
        }
    }

    @Test
    void whatTheKernelDoesNotTakeIsToldOf() throws IOException {
        assertRefused(
                "kind='mass_storage',name='0','lun.0/file'='/nix'",
                "The kernel does not take \"/nix\" for attribute lun.0/file of function mass_storage.0: ENOENT");
        assertRefused(
                "kind='hid',name='0',protocol=256",
                "The kernel does not take 256 for attribute protocol of function hid.0: ");
        assertRefused(
                "kind='hid',name='0',report_lenght=8", "Function hid.0 has no attribute report_lenght; there is ");
        assertRefused(
                "kind='acm',name='0',port_num=1",
                "of function acm.0: EACCES, permission denied; the kernel only shows it");
        assertRefused("kind='ffs',name='0'", "\"ffs.0\" is a FunctionFS");
    }

    private void assertRefused(String function, String sentence) throws IOException {
        Path device = file("function = [{%s}]\n".formatted(function));
        Tool run = Tool.usbd4j("run", "--device", device.toString());

        assertThat(run.status()).isPositive();
        assertThat(run.output()).contains(sentence).doesNotContain("\tat ");
        assertThat(LeftBehind.look()).as("left behind by usbd4j").isEmpty();
    }

    private Path file(String text) throws IOException {
        return Files.write(directory.resolve("device.toml"), text.getBytes(UTF_8));
    }

    /** {@return the drivers of all interfaces on the board's host} */
    private static List<String> drivers() {
        try (Stream<Path> all = Files.list(Path.of("/sys/bus/usb/devices"))) {
            return all.map(each -> each.resolve("driver"))
                    .filter(Files::exists)
                    .map(CompositeIT::target)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(Path link) {
        try {
            return link.toRealPath().getFileName().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> disk() {
        return Stream.of("sda", "sdb")
                .filter(each -> holdsBlocks(Path.of("/sys/block", each)))
                .map(each -> Path.of("/dev", each))
                .findFirst();
    }

    /** The node in /dev comes first and cannot be opened yet (ENXIO); udev is told when it can. */
    private static boolean holdsBlocks(Path disk) {
        return Files.exists(disk.resolve("size"))
                && !UsbHost.read(disk, "size").equals("0")
                && Files.exists(Path.of("/run/udev/data", "b" + UsbHost.read(disk, "dev")));
    }

    private static byte[] firstBlock(Path disk) throws IOException {
        try (var input = Files.newInputStream(disk)) {
            return input.readNBytes(BLOCK);
        }
    }
}
