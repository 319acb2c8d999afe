package usbd4j.gadget.plugged;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.SystemFile;
import usbd4j.stack.descriptor.DescriptorType;
import usbd4j.stack.descriptor.DeviceDescriptor;

/**
 * A device that is plugged into this machine.
 *
 * @param folder its folder in sysfs
 * @param descriptor the device descriptor
 * @param configurations its configurations, at least one
 */
record PluggedDevice(Path folder, DeviceDescriptor descriptor, List<PluggedConfiguration> configurations) {
    /**
     * {@return the device of a folder}
     *
     * @param folder its folder in sysfs
     * @throws GadgetException if it is gone, or its descriptors are broken
     */
    static PluggedDevice read(Path folder) {
        try {
            // The folder may be given by another name, and its own is that of its interfaces' folders.
            return of(folder.toRealPath(), Files.readAllBytes(folder.resolve("descriptors")));
        } catch (IOException e) {
            throw new GadgetException(
                    ExitStatus.NO_PLUGGED_DEVICE,
                    "cannot read %s/descriptors; has the device been unplugged?".formatted(folder),
                    e);
        } catch (IllegalArgumentException e) {
            throw new GadgetException(
                    ExitStatus.NO_PLUGGED_DEVICE,
                    "the descriptors of %s are broken: %s".formatted(folder.getFileName(), e.getMessage()),
                    e);
        }
    }

    private static PluggedDevice of(Path folder, byte[] descriptors) {
        ByteBuffer buffer = ByteBuffer.wrap(descriptors).order(ByteOrder.LITTLE_ENDIAN);
        if (buffer.remaining() < DeviceDescriptor.LENGTH || buffer.get(1) != DescriptorType.DEVICE.code()) {
            throw new IllegalArgumentException("they do not begin with a device descriptor");
        }
        DeviceDescriptor device = DeviceDescriptor.read(buffer);
        buffer.position(DeviceDescriptor.LENGTH);
        List<PluggedConfiguration> configurations = new ArrayList<>();
        do {
            configurations.add(PluggedConfiguration.read(buffer));
        } while (buffer.hasRemaining());
        return new PluggedDevice(folder, device, List.copyOf(configurations));
    }

    /** {@return its name in sysfs, such as 3-1} */
    String name() {
        return String.valueOf(folder.getFileName());
    }

    /** {@return VID:PID as lsusb prints them} */
    String vendorAndProduct() {
        return "%04x:%04x".formatted(descriptor.idVendor(), descriptor.idProduct());
    }

    /** {@return the DFU interface in the first configuration that has one} */
    Optional<PluggedDfu> dfu() {
        return configurations.stream()
                .flatMap(each -> PluggedDfu.of(each).stream())
                .findFirst();
    }

    /** {@return what is in a file of the folder, without white space around it} */
    String attribute(String file) {
        return SystemFile.text(folder.resolve(file));
    }

    /** {@return the folder of an interface} */
    Path interfaceFolder(PluggedConfiguration configuration, int number) {
        return folder.resolve(
                "%s:%d.%d".formatted(name(), configuration.descriptor().bConfigurationValue(), number));
    }

    /**
     * {@return a string, as a file of sysfs has it: byte for byte, with a line's end behind; empty if the kernel knows none}
     *
     * @param file its path
     */
    static Optional<String> string(Path file) {
        try {
            String line = new String(Files.readAllBytes(file), UTF_8);
            String text = line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
