package usbd4j.gadget.plugged;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import usbd4j.gadget.Board;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.gadget.devicefile.DeviceFile;
import usbd4j.gadget.devicefile.Overrides;

/**
 * The device file of a DFU device that is plugged into this machine: what its descriptors tell, and in comments what nobody can know
 * from them.
 */
public final class DeviceCopy {
    /** What on-detach takes: the copy is served in both modes. */
    private static final String DFU_MODE = "dfu-mode";

    private static final Map<String, String> SPEEDS = Map.of("12", "full", "480", "high", "5000", "super");

    private final DeviceDescription usual = DeviceFile.read(Optional.empty(), new Overrides());
    private final TomlText toml = new TomlText();
    private final PluggedDevice device;
    private final PluggedDfu dfu;
    private final PluggedStrings strings;
    private final CopiedFunctions functions;

    private DeviceCopy(PluggedDevice device, PluggedDfu dfu, PluggedStrings strings) {
        this.device = device;
        this.dfu = dfu;
        this.strings = strings;
        this.functions = CopiedFunctions.of(device, dfu);
    }

    /**
     * {@return a device file}
     *
     * @param board the folders of this machine
     * @param text which device: VID:PID in hexadecimal, or its folder in sysfs, in full or by its name, such as 3-1
     * @param program name and version of this program
     * @throws GadgetException if there is no such device, there are several, it has no DFU interface, or its descriptors are broken
     */
    public static String of(Board board, String text, String program) {
        PluggedDevices plugged = new PluggedDevices(board.pluggedDevices());
        PluggedDevice device = plugged.find(text);
        PluggedDfu dfu = device.dfu()
                .orElseThrow(() -> plugged.nothing("%s at %s has no DFU interface, which is one of class fe/01"
                        .formatted(device.vendorAndProduct(), device.name())));
        return new DeviceCopy(device, dfu, new PluggedStrings(device, board.usbFiles())).write(program);
    }

    private String write(String program) {
        heading(program);
        toml.table("run-time");
        if (dfu.isDfuMode()) {
            toml.text("on-detach", DFU_MODE);
            boolean isAddressed = dfuMode();
            functions.write("dfu-mode.function", toml);
            functional(isAddressed);
        } else {
            identity()
                    .write(
                            usual.runTime().identity(),
                            usual.runTime().identity().idProduct(),
                            toml);
            connection().write(toml);
            toml.text("on-detach", DFU_MODE);
            functions.write("function", toml);
            functional(false);
        }
        return toml.toString();
    }

    private boolean dfuMode() {
        toml.table("dfu-mode");
        identity().write(usual.runTime().identity(), usual.dfuMode().identity().idProduct(), toml);
        connection().write(toml);
        toml.value("separate-interfaces", dfu.isSeparate(), false);
        CopiedMemories memories = new CopiedMemories(dfu, strings);
        memories.write(toml);
        return memories.areAddressed();
    }

    private CopiedIdentity identity() {
        return new CopiedIdentity(device.descriptor(), strings, dfu.isDfuMode());
    }

    private CopiedInterface connection() {
        return new CopiedInterface(dfu, strings, functions, usual);
    }

    private void functional(boolean isAddressed) {
        toml.table("functional");
        dfu.functional().ifPresent(each -> new CopiedFunctional(each, usual.functional(), isAddressed).write(toml));
    }

    private void heading(String program) {
        String product = strings.get(device.descriptor().iProduct())
                .map(each -> " " + TomlText.quoted(each))
                .orElse("");
        toml.comment("A copy of %s%s, which was plugged in at %s, in %s; made by \"usbd4j device of\", %s."
                .formatted(device.vendorAndProduct(), product, device.name(), dfu.mode(), program));
        limits().forEach(toml::comment);
    }

    /** {@return what no device file of this device can tell, or this one cannot} */
    private List<String> limits() {
        String speed = device.attribute("speed");
        return List.of(
                dfu.isDfuMode()
                        ? "Run-time was not seen: in it the copy is usbd4j's own device, 1209:0001. \"dfu-util -e\" brings that into DFU mode, where it is at once if its first memory is empty flash."
                        : "DFU mode was not seen: in it the copy is usbd4j's own device, with pid 0x0002 and one memory.",
                "How the device answers requests was not seen, and how long it takes: when it really leaves after DETACH, how long it is off the bus, programs, erases.",
                "Nothing was read of its memories.",
                "Not in sysfs: strings in a second language, Microsoft OS and WebUSB descriptors (winusb, landing-page).",
                "No key has: bcdUSB %x.%02x, device class %02x/%02x/%02x, bMaxPacketSize0 %d, bmAttributes 0x%02x, bMaxPower %d, %d configuration(s)."
                        .formatted(
                                device.descriptor().bcdUSB() >> 8,
                                device.descriptor().bcdUSB() & 0xFF,
                                device.descriptor().bDeviceClass(),
                                device.descriptor().bDeviceSubClass(),
                                device.descriptor().bDeviceProtocol(),
                                device.descriptor().bMaxPacketSize0(),
                                dfu.configuration().descriptor().bmAttributes(),
                                dfu.configuration().descriptor().bMaxPower(),
                                device.configurations().size()),
                "It was connected with %s Mbit/s%s."
                        .formatted(
                                speed.isEmpty() ? "?" : speed,
                                Optional.ofNullable(SPEEDS.get(speed))
                                        .map(each -> ": usbd4j run --speed " + each)
                                        .orElse("")));
    }
}
