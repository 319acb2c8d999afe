package usbd4j.dfu.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.UsbException;

/** The locked file {@code lock} of a directory that is in use. The kernel unlocks it when the program ends. */
final class StoreLock implements AutoCloseable {
    private final FileChannel channel;

    /**
     * Locks a directory.
     *
     * @throws UsbException if it is in use
     */
    StoreLock(Path directory) throws IOException {
        channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock() == null) {
            channel.close();
            throw new UsbException(
                    "the firmware store %s is in use by another usbd4j; stop that one, or pass another --store"
                            .formatted(directory));
        }
    }

    private @Nullable FileLock tryLock() throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // This program has locked it.
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
