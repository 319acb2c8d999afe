package usbd4j.gadget.cli;

import static usbd4j.gadget.cli.CommandOption.toggle;
import static usbd4j.gadget.cli.CommandOption.value;
import static usbd4j.gadget.cli.CommandOption.values;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.gadget.devicefile.DeviceFile;
import usbd4j.gadget.devicefile.Overrides;
import usbd4j.stack.UsbClass;

/** The options that describe the device: a file, the most common settings, and {@code --set} for the others. */
final class DeviceOptions {
    private static final CommandOption<Path> FILE = values(
            "device",
            "FILE",
            Path::of,
            "A file that describes the device, or the name of one that comes with the program (\"usbd4j device list\"); the options"
                    + " below go over it. \"usbd4j device template dfu\" prints one. With --bus usbip there may be several, for as many"
                    + " devices.");

    private static final CommandOption<String> SET = values(
            "set",
            "TABLE.KEY=VALUE",
            text -> text,
            "Any other key of a device file, as TOML: --set dfu-mode.manifestation-time=500. \"usbd4j device keys\" lists"
                    + " them. May be given several times.");

    /**
     * An option that sets a key of the device file.
     *
     * @param key the key with its table
     * @param option the option
     */
    private record KeyOption(String key, CommandOption<?> option) {
        void set(Overrides overrides, Arguments arguments) {
            boolean isList = option.form() == CommandOption.Form.VALUES;
            Optional<?> given = isList
                    ? Optional.of(arguments.values(option)).filter(all -> !all.isEmpty())
                    : arguments.value(option);
            given.ifPresent(value -> overrides.set("--" + option.name(), key, value));
        }
    }

    private static final KeyOption FAULT = new KeyOption(
            "fault",
            values(
                    "fault",
                    "KEYS",
                    TableTexts::fault,
                    "Misbehave, as a table [[fault]] of a device file says: --fault 'on=\"DNLOAD\",block=7,do=\"stall\"'. May be"
                            + " given several times."));

    private static final List<KeyOption> KEYS = List.of(
            new KeyOption("run-time.vid", value("vid", "HEX", UsbId::read, "idVendor (default: 1209).")),
            new KeyOption("run-time.pid", value("pid", "HEX", UsbId::read, "idProduct (default: 0001).")),
            text(
                    "run-time.release",
                    "release",
                    "N.NN",
                    "bcdDevice, which fwupd takes as the firmware's version (default: 1.00)."),
            text(
                    "run-time.manufacturer",
                    "manufacturer",
                    "TEXT",
                    "iManufacturer; an empty text is no string (default: usbd4j)."),
            text("run-time.product", "product", "TEXT", "iProduct (default: DFU test device)."),
            text("run-time.serial", "serial", "TEXT", "iSerialNumber (default: 0001)."),
            new KeyOption(
                    "functional.will-detach",
                    toggle(
                            "will-detach",
                            "bitWillDetach: after DETACH the device leaves the bus by itself; without, the host resets the bus (default:"
                                    + " it does).")),
            new KeyOption(
                    "functional.detach-timeout",
                    value("detach-timeout", "MS", TableTexts::number, "wDetachTimeOut (default: 1000).")),
            new KeyOption(
                    "functional.transfer-size",
                    value("transfer-size", "BYTES", TableTexts::number, "wTransferSize (default: 4096).")),
            new KeyOption(
                    "dfu-mode.memory",
                    values(
                            "memory",
                            "NAME=SIZE|LAYOUT",
                            TableTexts::memory,
                            "A memory in DFU mode: one that takes whole images, such as Firmware=16M (the default), or one with sectors,"
                                    + " for DfuSe, such as \"@Flash/0x08000000/04*016Kg\". Several are alternate settings.")),
            text(
                    "run-time.on-detach",
                    "on-detach",
                    "WHAT",
                    "What happens after a DETACH: reattach (the device comes back in run-time, the default), dfu-mode (it comes back"
                            + " in DFU mode, takes firmware, and then runs it), exit (it stays away), or exec:COMMAND (it comes back when"
                            + " COMMAND has ended; no shell, split at spaces)."),
            new KeyOption(
                    "function",
                    values(
                            "with-function",
                            "KIND.NAME",
                            TableTexts::function,
                            "A function that the kernel serves beside DFU, such as acm.usb0. Its interfaces come first. May be given"
                                    + " several times.")),
            new KeyOption(
                    "run-time.winusb",
                    toggle("winusb", "Windows binds WinUSB by itself, in DFU mode, too (default: it does not).")),
            text(
                    "run-time.landing-page",
                    "landing-page",
                    "URL",
                    "WebUSB: browsers offer to open this page. Needs Linux 6.3 or later (default: none)."),
            FAULT);

    static final OptionGroup GROUP = new OptionGroup("The device", all());

    private DeviceOptions() {}

    private static KeyOption text(String key, String name, String valueName, String meaning) {
        return new KeyOption(key, value(name, valueName, text -> text, meaning));
    }

    private static List<CommandOption<?>> all() {
        List<CommandOption<?>> all = new ArrayList<>();
        all.add(FILE);
        KEYS.forEach(each -> all.add(each.option()));
        all.add(SET);
        return all;
    }

    /**
     * {@return the device}
     *
     * @param arguments the command line
     * @param function the class that it serves in place of DFU, if there is one
     * @throws UsageException if the file or an option has mistakes, with a line for each, or if there are several files
     */
    static DeviceDescription description(Arguments arguments, Optional<UsbClass> function) {
        if (arguments.values(FILE).size() > 1) {
            throw new UsageException("--device is given twice");
        }
        return descriptions(arguments, function).get(0);
    }

    /**
     * {@return the devices: one for each file, or one without a file}
     *
     * @param arguments the command line
     * @param function the class that they serve in place of DFU, if there is one
     * @throws UsageException if a file or an option has mistakes, with a line for each
     */
    static List<DeviceDescription> descriptions(Arguments arguments, Optional<UsbClass> function) {
        Overrides overrides = new Overrides();
        KEYS.forEach(each -> each.set(overrides, arguments));
        arguments.values(SET).forEach(overrides::set);
        List<Path> files = arguments.values(FILE);
        if (files.isEmpty()) {
            return List.of(UsageException.unlessWrong(() -> DeviceFile.read(Optional.empty(), overrides, function)));
        }
        List<DeviceDescription> devices = new ArrayList<>();
        for (Path file : files) {
            devices.add(UsageException.unlessWrong(() -> DeviceFile.read(Optional.of(file), overrides, function)));
        }
        return devices;
    }
}
