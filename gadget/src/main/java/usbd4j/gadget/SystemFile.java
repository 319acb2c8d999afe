package usbd4j.gadget;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks at files of proc, sysfs and configfs for display: without JNA's native library, which may be what is missing, and
 * without failing for what is not there.
 */
public final class SystemFile {
    private SystemFile() {}

    /**
     * {@return the text of a file without white space and NUL around it; empty if it is gone or cannot be read}
     *
     * @param file its path
     */
    public static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), UTF_8)
                    .replace('\0', '\n')
                    .strip();
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * {@return the lines of a file; none if it is gone or cannot be read}
     *
     * @param file its path
     */
    public static List<String> lines(Path file) {
        return text(file).lines().toList();
    }

    /**
     * {@return the name of what a symbolic link points to; empty if there is none}
     *
     * @param link its path
     */
    public static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).getFileName().toString();
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    /**
     * {@return the folders in a folder, sorted by name; none if it is not there or cannot be read}
     *
     * @param parent its path
     */
    public static List<Path> folders(Path parent) {
        if (!Files.isDirectory(parent) || !Files.isReadable(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (NoSuchFileException e) {
            // A module that has just been unloaded took it away.
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + parent, e);
        }
    }
}
