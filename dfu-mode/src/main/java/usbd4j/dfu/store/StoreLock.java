package usbd4j.dfu.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.UsbException;

/** That nobody else uses a directory: the file {@code lock} in it, locked. The kernel lets go of it when the program ends. */
final class StoreLock implements AutoCloseable {
    private final FileChannel channel;

    /**
     * Takes the directory.
     *
     * @throws UsbException if somebody else has it
     */
    StoreLock(Path directory) throws IOException {
        channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tried() == null) {
            channel.close();
            throw new UsbException(
                    "the firmware store %s is in use by another usbd4j; end that, or pass another --store"
                            .formatted(directory));
        }
    }

    private @Nullable FileLock tried() throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // This program has it.
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
