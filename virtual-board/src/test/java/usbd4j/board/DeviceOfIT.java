package usbd4j.board;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A copy of a device, served from what {@code usbd4j device of} prints, is for its host the device. */
class DeviceOfIT {
    /** A boot keyboard (HID 1.11, appendix B.1). */
    private static final String KEYBOARD = "05010906a101050719e029e71500250175019508810295017508810395057501"
            + "050819012905910295017503910395067508150025650507190029658100c0";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"dfu, 1209, 0001", "two-memories, 1209, 0001", "runtime, 1209, 0001", "dfuse, 0483, 5740"})
    void inRunTime(String template, String vendor, String product) {
        int idVendor = Integer.parseInt(vendor, 16);
        int idProduct = Integer.parseInt(product, 16);
        // Otherwise an empty boot loader is in DFU mode.
        Seen original = served(template(template), "original", idVendor, idProduct, "--on-detach", "reattach");

        assertThat(original.copy())
                .contains("# A copy of %s:%s".formatted(vendor, product))
                .contains("DFU mode was not seen");
        assertThat(served(file("copy.toml", original.copy()), "copied", idVendor, idProduct))
                .isEqualTo(original);
    }

    /** Both of its memories have their names, that which is not chosen as well. */
    @Test
    void inDfuMode() {
        Seen original = inDfuMode(template("two-memories"), "original");

        assertThat(original.copy()).contains("[[dfu-mode.memory]]\nname = \"Firmware\"\n", "name = \"Data\"\n");
        assertThat(inDfuMode(file("copy.toml", original.copy()), "copied")).isEqualTo(original);
    }

    @Test
    void ofABootLoaderThatSpeaksDfuSe() {
        Seen original = served(template("dfuse"), "original", 0x0483, 0xDF11);

        assertThat(original.copy())
                .contains("name = \"@Internal Flash  /0x08000000/04*016Kg,01*064Kg,07*128Kg\"\n")
                .contains("name = \"@OTP Memory /0x1FFF7800/01*512 e,01*016 e\"\n");
        assertThat(served(file("copy.toml", original.copy()), "copied", 0x0483, 0xDF11))
                .isEqualTo(original);
    }

    /** An interface in the second place, a short functional descriptor before it, and texts with everything in them. */
    @Test
    void ofAnOddDevice() {
        String odd = file("odd.toml", """
                [run-time]
                product = "a\\"b\\\\c\\u00e9 \\u001b"
                serial = ""
                interface-number = 3
                interface-protocol = 0
                functional-place = "before-alternates"
                functional-length = 7
                """);
        Seen original = served(odd, "original", 0x1209, 0x0001, "--bus", "vhci");

        assertThat(served(file("copy.toml", original.copy()), "copied", 0x1209, 0x0001, "--bus", "vhci"))
                .isEqualTo(original);
    }

    /** A serial port, a disk and a keyboard beside DFU, of which the host reads the keyboard's report descriptor. */
    @Test
    void ofACompositeDevice() {
        for (String module : List.of("usbhid", "usb-storage", "cdc-acm")) {
            Tool.succeed("modprobe", module);
        }
        String composite = file("composite.toml", """
                [[function]]
                kind = "acm"
                name = "usb0"
                [[function]]
                kind = "mass_storage"
                name = "usb0"
                "lun.0/removable" = true
                [[function]]
                kind = "hid"
                name = "usb0"
                protocol = 1
                subclass = 1
                no_out_endpoint = true
                report_length = 8
                report_desc = "%s"
                """.formatted(KEYBOARD));
        Seen original = withKeyboard(composite, "original");

        assertThat(original.copy()).contains("\"acm\"", "\"mass_storage\"", "\"hid\"", KEYBOARD);
        assertThat(withKeyboard(file("copy.toml", original.copy()), "copied")).isEqualTo(original);
    }

    private Seen withKeyboard(String file, String store) {
        try (RunningDevice device = run(file, store)) {
            Wait.until("the keyboard's driver is bound", DeviceOfIT::isKeyboardBound);
            return Seen.of(0x1209, 0x0001);
        } finally {
            UsbHost.awaitGone(0x1209, 0x0001);
        }
    }

    private static boolean isKeyboardBound() {
        try (Stream<Path> all = Files.list(Path.of("/sys/bus/hid/devices"))) {
            return all.anyMatch(each -> Files.exists(each.resolve("driver")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Seen inDfuMode(String file, String store) {
        try (RunningDevice device = run(file, store);
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            RunTime.sendDetach(host, 1000);
            device.awaitLine("on the bus as 1209:0002");
            device.awaitLine("configured by the host");
            return Seen.of(0x1209, 0x0002);
        } finally {
            UsbHost.awaitGone(0x1209, 0x0002);
        }
    }

    private Seen served(String file, String store, int idVendor, int idProduct, String... options) {
        try (RunningDevice device = run(file, store, options)) {
            return Seen.of(idVendor, idProduct);
        } finally {
            // Otherwise the copy might be taken for the original.
            UsbHost.awaitGone(idVendor, idProduct);
        }
    }

    private RunningDevice run(String file, String store, String... options) {
        return RunningDevice.configuredHere(Tool.join(
                        List.of(
                                "--device",
                                file,
                                "--store",
                                directory.resolve(store).toString()),
                        options)
                .toArray(String[]::new));
    }

    private String template(String name) {
        return file(name + ".toml", Tool.usbd4j("device", "template", name).output());
    }

    private String file(String name, String text) {
        return new FirmwareStore(directory).file(name, text.getBytes(UTF_8)).toString();
    }

    /**
     * What the host knows of a device, and the device file of it, which tells where it was.
     *
     * @param view what the host knows
     * @param copy the device file, without the place in its first line
     */
    private record Seen(HostView view, String copy) {
        static Seen of(int idVendor, int idProduct) {
            HostView view = HostView.of(idVendor, idProduct);
            Tool copy = Tool.usbd4j("device", "of", "%04x:%04x".formatted(idVendor, idProduct));
            assertThat(copy.status()).as(copy.output()).isZero();
            return new Seen(view, copy.output().replaceAll(", which was plugged in at [^,]*,", ","));
        }
    }
}
