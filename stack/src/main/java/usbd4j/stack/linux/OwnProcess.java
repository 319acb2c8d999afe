package usbd4j.stack.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** This process. Java's own {@link ProcessHandle} knows it, too, but makes threads for other processes first. */
public final class OwnProcess {
    /** Its number. */
    public static final int ID = id(Path.of("/proc/self"));

    private OwnProcess() {}

    private static int id(Path self) {
        try {
            return Integer.parseInt(Files.readSymbolicLink(self).toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + self, e);
        }
    }
}
