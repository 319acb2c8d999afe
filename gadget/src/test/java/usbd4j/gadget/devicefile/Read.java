package usbd4j.gadget.devicefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import usbd4j.gadget.device.DeviceDescription;

/** Device files of tests. */
final class Read {
    private Read() {}

    /** {@return the device that a file of this text describes} */
    static DeviceDescription text(String text) {
        try {
            Path file = Files.createTempFile("device", ".toml");
            try {
                Files.writeString(file, text);
                return DeviceFile.read(Optional.of(file), new Overrides());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the device with keys set as by {@code --set}} */
    static DeviceDescription set(String... settings) {
        Overrides overrides = new Overrides();
        for (String each : settings) {
            overrides.set(each);
        }
        return DeviceFile.read(Optional.empty(), overrides);
    }
}
