package usbd4j.board;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Random;

/**
 * A device that takes firmware, and the files of a test of it.
 *
 * @param directory of this test's own
 */
record FirmwareStore(Path directory) {
    /** What dfu-util looks for, in run-time and in DFU mode. */
    static final String EITHER_MODE = "1209:0001,1209:0002";

    /** {@return the device, configured in run-time} */
    RunningDevice configured(String... options) {
        return RunningDevice.configured(all(options));
    }

    /** {@return the device, in this Java, configured in run-time} */
    RunningDevice configuredHere(String... options) {
        return RunningDevice.configuredHere(all(options));
    }

    private String[] all(String... options) {
        return Tool.join(List.of("--on-detach", "dfu-mode", "--store", store()), options)
                .toArray(String[]::new);
    }

    /** {@return what {@code --store} takes} */
    String store() {
        return directory.resolve("store").toString();
    }

    /** {@return whether the store has firmware of a memory} */
    boolean hasStored(String memory) {
        return Files.exists(directory.resolve("store/usbd4j").resolve(memory).resolve("current"));
    }

    /** {@return the file of the store that holds a memory's firmware} */
    Path stored(String memory) {
        Path folder = directory.resolve("store/usbd4j").resolve(memory);
        Properties current = new Properties();
        try (Reader file = Files.newBufferedReader(folder.resolve("current"))) {
            current.load(file);
            return folder.resolve("image-" + current.getProperty("image"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return a file that is new to the device, and always the same for a length} */
    Path firmware(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return file("firmware-" + length, bytes);
    }

    Path file(String name, byte[] bytes) {
        try {
            return Files.write(directory.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
