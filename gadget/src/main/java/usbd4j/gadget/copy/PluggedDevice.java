package usbd4j.gadget.copy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.SystemFile;

/**
 * A device that is plugged into this machine.
 *
 * @param folder its folder in sysfs
 * @param descriptors its descriptors
 */
record PluggedDevice(Path folder, SeenDescriptors descriptors) {
    /**
     * {@return the device of a folder}
     *
     * @param folder its folder in sysfs
     * @throws GadgetException if it is gone, or its descriptors are broken
     */
    static PluggedDevice read(Path folder) {
        try {
            ByteBuffer descriptors = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("descriptors")));
            // The folder may be given by another name, and its own is that of its interfaces' folders.
            return new PluggedDevice(
                    folder.toRealPath(), SeenDescriptors.read(descriptors.order(ByteOrder.LITTLE_ENDIAN)));
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

    /** {@return its name in sysfs, such as 3-1} */
    String name() {
        return String.valueOf(folder.getFileName());
    }

    /** {@return what is in a file of the folder, without white space around it} */
    String attribute(String file) {
        return SystemFile.text(folder.resolve(file));
    }

    /** {@return the folder of an interface} */
    Path interfaceFolder(SeenConfiguration configuration, int number) {
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
