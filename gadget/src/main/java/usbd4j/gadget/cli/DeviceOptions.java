package usbd4j.gadget.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.gadget.devicefile.DeviceFile;
import usbd4j.gadget.devicefile.Overrides;
import usbd4j.stack.UsbClass;

/** The options that describe the device: a file, the most common settings, and {@code --set} for the others. */
final class DeviceOptions {
    @Option(
            names = "--device",
            paramLabel = "FILE",
            order = 1,
            description = {
                "A file that describes the device; the options below go over it.",
                "\"usbd4j device template dfu\" prints one."
            })
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--vid",
            paramLabel = "HEX",
            converter = UsbId.Converter.class,
            order = 2,
            description = "idVendor (default: 1209).")
    private Optional<UsbId> vid = Optional.empty();

    @Option(
            names = "--pid",
            paramLabel = "HEX",
            converter = UsbId.Converter.class,
            order = 3,
            description = "idProduct (default: 0001).")
    private Optional<UsbId> pid = Optional.empty();

    @Option(
            names = "--release",
            paramLabel = "N.NN",
            order = 4,
            description = "bcdDevice, which fwupd takes as the firmware's version (default: 1.00).")
    private Optional<String> release = Optional.empty();

    @Option(
            names = "--manufacturer",
            paramLabel = "TEXT",
            order = 5,
            description = "iManufacturer; an empty text is no string (default: usbd4j).")
    private Optional<String> manufacturer = Optional.empty();

    @Option(names = "--product", paramLabel = "TEXT", order = 6, description = "iProduct (default: DFU test device).")
    private Optional<String> product = Optional.empty();

    @Option(names = "--serial", paramLabel = "TEXT", order = 7, description = "iSerialNumber (default: 0001).")
    private Optional<String> serial = Optional.empty();

    @Option(
            names = "--will-detach",
            negatable = true,
            order = 8,
            description =
                    "bitWillDetach: after DETACH the device leaves the bus by itself; without, the host resets the bus (default: it does).")
    private Optional<Boolean> willDetach = Optional.empty();

    @Option(
            names = "--detach-timeout",
            paramLabel = "MS",
            converter = NumberConverter.class,
            order = 9,
            description = "wDetachTimeOut (default: 1000).")
    private Optional<Long> detachTimeout = Optional.empty();

    @Option(
            names = "--transfer-size",
            paramLabel = "BYTES",
            converter = NumberConverter.class,
            order = 10,
            description = "wTransferSize (default: 4096).")
    private Optional<Long> transferSize = Optional.empty();

    @Option(
            names = "--memory",
            paramLabel = "NAME=SIZE|LAYOUT",
            converter = MemoryConverter.class,
            order = 11,
            description =
                    "A memory in DFU mode: one that takes whole images, such as Firmware=16M (the default), or one with sectors, for"
                            + " DfuSe, such as \"@Internal Flash  /0x08000000/04*016Kg\". Several are alternate settings.")
    private List<Map<String, Object>> memories = new ArrayList<>();

    @Option(
            names = "--on-detach",
            paramLabel = "WHAT",
            order = 12,
            description = {
                "What happens after a DETACH: reattach (the device comes back in run-time, the default), dfu-mode (it comes back in"
                        + " DFU mode, takes firmware, and then runs it), exit (it stays away), or exec:COMMAND (it comes back when"
                        + " COMMAND has ended; no shell, split at spaces)."
            })
    private Optional<String> onDetach = Optional.empty();

    @Option(
            names = "--with-function",
            paramLabel = "KIND.NAME",
            converter = FunctionConverter.class,
            order = 13,
            description =
                    "A function that the kernel serves beside DFU, such as acm.usb0. Its interfaces come first. May be given several"
                            + " times.")
    private List<Map<String, Object>> functions = new ArrayList<>();

    @Option(
            names = "--winusb",
            negatable = true,
            order = 14,
            description = "Windows binds WinUSB by itself (default: it does not).")
    private Optional<Boolean> winUsb = Optional.empty();

    @Option(
            names = "--landing-page",
            paramLabel = "URL",
            order = 15,
            description = "WebUSB: browsers offer to open this page. Needs Linux 6.3 or later (default: none).")
    private Optional<String> landingPage = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "TABLE.KEY=VALUE",
            order = 16,
            description =
                    "Any other key of a device file, as TOML: --set dfu-mode.manifestation-time=500. \"usbd4j device keys\" lists them."
                            + " May be given several times.")
    private List<String> settings = new ArrayList<>();

    /**
     * {@return the device}
     *
     * @param function the class that it serves in place of DFU, if there is one
     * @throws IllegalArgumentException if the file or an option has mistakes, with a line for each
     */
    DeviceDescription description(Optional<UsbClass> function) {
        Overrides overrides = new Overrides();
        vid.ifPresent(id -> overrides.set("--vid", "run-time.vid", id.value()));
        pid.ifPresent(id -> overrides.set("--pid", "run-time.pid", id.value()));
        set(overrides, "--release", "run-time.release", release);
        set(overrides, "--manufacturer", "run-time.manufacturer", manufacturer);
        set(overrides, "--product", "run-time.product", product);
        set(overrides, "--serial", "run-time.serial", serial);
        set(overrides, "--will-detach", "functional.will-detach", willDetach);
        set(overrides, "--detach-timeout", "functional.detach-timeout", detachTimeout);
        set(overrides, "--transfer-size", "functional.transfer-size", transferSize);
        set(overrides, "--on-detach", "run-time.on-detach", onDetach);
        set(overrides, "--winusb", "run-time.winusb", winUsb);
        set(overrides, "--landing-page", "run-time.landing-page", landingPage);
        setAll(overrides, "--memory", "dfu-mode.memory", memories);
        setAll(overrides, "--with-function", "function", functions);
        settings.forEach(overrides::set);
        return DeviceFile.read(file, overrides, function);
    }

    private static void set(Overrides overrides, String option, String key, Optional<?> value) {
        value.ifPresent(each -> overrides.set(option, key, each));
    }

    private static void setAll(Overrides overrides, String option, String key, List<?> values) {
        if (!values.isEmpty()) {
            overrides.set(option, key, values);
        }
    }

    /** Reads {@code Firmware=16M}, or {@code @Internal Flash/0x08000000/04*016Kg}. */
    static final class MemoryConverter extends CheckedConverter<Map<String, Object>> {
        @Override
        Map<String, Object> checked(String text) {
            if (text.startsWith("@")) {
                return Map.of("name", text);
            }
            int separator = text.lastIndexOf('=');
            if (separator < 1) {
                throw new IllegalArgumentException(
                        "\"%s\" is not a memory: write NAME=SIZE, such as Firmware=16M, or a layout, such as @Internal Flash/0x08000000/04*016Kg"
                                .formatted(text));
            }
            return Map.of("name", text.substring(0, separator), "size", text.substring(separator + 1));
        }
    }

    /** Reads {@code acm.usb0}. */
    static final class FunctionConverter extends CheckedConverter<Map<String, Object>> {
        @Override
        Map<String, Object> checked(String text) {
            int separator = text.indexOf('.');
            if (separator < 1) {
                throw new IllegalArgumentException(
                        "\"%s\" is not a function: write KIND.NAME, such as acm.usb0".formatted(text));
            }
            return Map.of("kind", text.substring(0, separator), "name", text.substring(separator + 1));
        }
    }
}
