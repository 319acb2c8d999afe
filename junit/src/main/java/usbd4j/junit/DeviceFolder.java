package usbd4j.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The files of one device, which are gone when it is closed.
 *
 * @param directory where they are
 */
record DeviceFolder(Path directory) implements AutoCloseable {
    static DeviceFolder make() {
        try {
            return new DeviceFolder(Files.createTempDirectory("usbd4j-"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for the device's firmware", e);
        }
    }

    /** {@return where firmware is kept} */
    Path store() {
        return directory.resolve("store");
    }

    /** {@return a new file} */
    Path write(String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException trouble)
                        throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + directory, e);
        }
    }
}
