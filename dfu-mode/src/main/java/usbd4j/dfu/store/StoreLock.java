package usbd4j.dfu.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import usbd4j.stack.UsbException;

/**
 * The locked file {@code lock} of a directory that is in use. The kernel unlocks it when the program ends. On a file system that is
 * read-only there is nothing to lock: nobody changes the firmware.
 */
final class StoreLock implements AutoCloseable {
    private static final Logger LOG = System.getLogger(StoreLock.class.getName());

    private final Optional<FileChannel> channel;

    private StoreLock(Optional<FileChannel> channel) {
        this.channel = channel;
    }

    /**
     * {@return the lock of a directory, which is made if there is none}
     *
     * @throws UsbException if it is in use
     */
    static StoreLock on(Path directory) throws IOException {
        try {
            Files.createDirectories(directory);
            return new StoreLock(Optional.of(lock(directory)));
        } catch (AccessDeniedException e) {
            throw e;
        } catch (FileSystemException e) {
            if (Files.isWritable(existing(directory))) {
                throw e;
            }
            LOG.log(Level.WARNING, "the firmware store {0} is read-only: downloads will fail", directory);
            return new StoreLock(Optional.empty());
        }
    }

    /** {@return the directory, or the nearest around it that exists} */
    private static Path existing(Path directory) {
        Path nearest = directory.toAbsolutePath();
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        return nearest;
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new UsbException(
                    "the firmware store %s is in use by another usbd4j; stop that one, or pass another --store"
                            .formatted(directory));
        }
        return channel;
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // This program has locked it.
            return false;
        }
    }

    /** {@return whether the directory cannot be written} */
    boolean isReadOnly() {
        return channel.isEmpty();
    }

    @Override
    public void close() throws IOException {
        if (channel.isPresent()) {
            channel.get().close();
        }
    }
}
