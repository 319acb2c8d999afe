package usbd4j.gadget.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import usbd4j.gadget.Board;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.SystemFile;

/**
 * A DFU device that is plugged into this machine.
 *
 * @param device what sysfs has of it
 * @param strings its strings
 */
record PluggedOriginal(PluggedDevice device, PluggedStrings strings) implements Original {
    private static final Map<String, String> SPEEDS = Map.of("12", "full", "480", "high", "5000", "super");

    /**
     * {@return a DFU device}
     *
     * @param board the folders of this machine
     * @param text which device: VID:PID in hexadecimal, or its folder in sysfs, in full or by its name, such as 3-1
     * @throws GadgetException if there is no such device, there are several, it has no DFU interface, or its descriptors are broken
     */
    static PluggedOriginal find(Board board, String text) {
        PluggedDevices plugged = new PluggedDevices(board.pluggedDevices());
        PluggedDevice device = plugged.find(text);
        if (device.descriptors().dfu().isEmpty()) {
            throw plugged.nothing("%s at %s has no DFU interface, which is one of class fe/01"
                    .formatted(device.descriptors().vendorAndProduct(), device.name()));
        }
        return new PluggedOriginal(device, new PluggedStrings(device, board.usbFiles()));
    }

    @Override
    public String place() {
        return "plugged in at " + device.name();
    }

    @Override
    public SeenDescriptors descriptors() {
        return device.descriptors();
    }

    @Override
    public Optional<String> string(int index) {
        return strings.get(index);
    }

    @Override
    public String whyUnknown(int index) {
        return "the kernel keeps none of settings that are not chosen, and only who may write the device's file in /dev/bus/usb (root may) can ask for it.";
    }

    /** The kernel reads the report descriptor when its driver for HID is bound. */
    @Override
    public Optional<byte[]> reportDescriptor(SeenConfiguration configuration, int bInterfaceNumber) {
        try {
            for (Path each : SystemFile.folders(device.interfaceFolder(configuration, bInterfaceNumber))) {
                Path file = each.resolve("report_descriptor");
                if (Files.isReadable(file)) {
                    return Optional.of(Files.readAllBytes(file));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> remarks() {
        String speed = device.attribute("speed");
        return List.of(
                "Not in sysfs: strings in a second language, Microsoft OS and WebUSB descriptors (winusb, landing-page).",
                "It was connected with %s Mbit/s%s."
                        .formatted(
                                speed.isEmpty() ? "?" : speed,
                                Optional.ofNullable(SPEEDS.get(speed))
                                        .map(each -> ": usbd4j run --speed " + each)
                                        .orElse("")));
    }
}
