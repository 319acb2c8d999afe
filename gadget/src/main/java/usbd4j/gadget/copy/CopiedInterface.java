package usbd4j.gadget.copy;

import java.util.Locale;
import java.util.Optional;
import usbd4j.dfu.DfuInterface;
import usbd4j.dfu.FunctionalPlace;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.stack.descriptor.InterfaceDescriptor;
import usbd4j.stack.descriptor.UsbString;

/**
 * What hosts are told of the DFU interface.
 *
 * @param dfu the interface
 * @param original the device
 * @param functions what comes before it in the copy
 * @param usual the defaults
 */
record CopiedInterface(SeenDfu dfu, Original original, CopiedFunctions functions, DeviceDescription usual) {
    void write(TomlText toml) {
        InterfaceDescriptor seen = dfu.first().descriptor();
        DfuInterface own = dfu.isDfuMode()
                ? usual.dfuMode().dfuInterface()
                : usual.runTime().dfuInterface();
        if (!dfu.isDfuMode()) {
            Optional<String> name = usual.runTime().interfaceName().map(each -> each.in(UsbString.ENGLISH));
            toml.text(
                    "interface-name", CopiedText.of("iInterface", seen.iInterface(), original, toml), name.orElse(""));
            if (dfu.settings().size() > 1) {
                toml.comment("The DFU interface has %d alternate settings; in run-time a copy has one."
                        .formatted(dfu.settings().size()));
            }
        }
        number(seen.bInterfaceNumber(), toml);
        toml.hexadecimal("interface-protocol", seen.bInterfaceProtocol(), 2, own.bInterfaceProtocol());
        toml.text("functional-place", key(dfu.place()), key(own.functionalPlace()));
        dfu.functional().ifPresent(each -> toml.value("functional-length", each.length(), own.functionalLength()));
        functions.leftOut().forEach(toml::comment);
    }

    /** A bus that serves functions of the kernel numbers interfaces itself. */
    private void number(int seen, TomlText toml) {
        int next = functions.interfaceCount();
        if (seen != next && next > 0) {
            toml.comment("The DFU interface is number %d, and %d in the copy: functions of the kernel come first."
                    .formatted(seen, next));
        } else if (seen != next) {
            toml.comment(
                    "For --bus vhci and usbip; FunctionFS numbers interfaces itself, and takes this file without the line.");
            toml.value("interface-number", seen);
        }
    }

    private static String key(FunctionalPlace place) {
        return place.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
