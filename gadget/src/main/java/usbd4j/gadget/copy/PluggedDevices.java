package usbd4j.gadget.copy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.SystemFile;

/**
 * The devices that are plugged into this machine.
 *
 * @param folder the folder of sysfs that has a folder for each
 */
record PluggedDevices(Path folder) {
    private static final Pattern ID = Pattern.compile("(?:0[xX])?([0-9a-fA-F]{1,4}):(?:0[xX])?([0-9a-fA-F]{1,4})");
    private static final int HEXADECIMAL = 16;

    /**
     * {@return a device}
     *
     * @param text VID:PID in hexadecimal, or its folder in sysfs, in full or by its name, such as 3-1
     * @throws GadgetException if there is none, there are several, or its descriptors are broken
     */
    PluggedDevice find(String text) {
        Matcher id = ID.matcher(text);
        if (id.matches()) {
            return PluggedDevice.read(only("%04x:%04x"
                    .formatted(
                            Integer.parseInt(id.group(1), HEXADECIMAL), Integer.parseInt(id.group(2), HEXADECIMAL))));
        }
        Path named = folder.resolve(text);
        if (text.isEmpty() || !Files.exists(named.resolve("descriptors"))) {
            throw nothing("there is no device %s, neither as VID:PID nor as a folder in %s, and no capture of that name"
                    .formatted(text, folder));
        }
        return PluggedDevice.read(named);
    }

    private Path only(String vendorAndProduct) {
        List<Path> found = SystemFile.folders(folder).stream()
                .filter(each -> vendorAndProduct.equals("%s:%s"
                        .formatted(
                                SystemFile.text(each.resolve("idVendor")), SystemFile.text(each.resolve("idProduct")))))
                .toList();
        if (found.isEmpty()) {
            throw nothing("no device %s is plugged into this machine".formatted(vendorAndProduct));
        }
        if (found.size() > 1) {
            throw new GadgetException(
                    ExitStatus.NO_PLUGGED_DEVICE,
                    "%s is plugged in more than once; write one of these folders in place of it: %s"
                            .formatted(
                                    vendorAndProduct,
                                    found.stream()
                                            .map(each -> String.valueOf(each.getFileName()))
                                            .collect(Collectors.joining(", "))));
        }
        return found.get(0);
    }

    /** {@return a failure that says which DFU devices there are} */
    GadgetException nothing(String sentence) {
        List<String> others =
                SystemFile.folders(folder).stream().flatMap(PluggedDevices::dfu).toList();
        return new GadgetException(
                ExitStatus.NO_PLUGGED_DEVICE,
                sentence
                        + (others.isEmpty()
                                ? "; no DFU device is"
                                : "; DFU devices that are: " + String.join(", ", others)));
    }

    private static Stream<String> dfu(Path folder) {
        if (!Files.exists(folder.resolve("descriptors"))) {
            // An interface has a folder, too.
            return Stream.empty();
        }
        try {
            PluggedDevice device = PluggedDevice.read(folder);
            return device.descriptors().dfu().stream()
                    .map(each -> "%s at %s in %s"
                            .formatted(device.descriptors().vendorAndProduct(), device.name(), each.mode()));
        } catch (GadgetException e) {
            return Stream.empty();
        }
    }
}
