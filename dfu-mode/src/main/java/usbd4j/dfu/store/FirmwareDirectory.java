package usbd4j.dfu.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import usbd4j.stack.UsbException;

/** The directory of a {@link StoredImage}, locked, and the firmware that is in it now. */
final class FirmwareDirectory implements AutoCloseable {
    private static final Logger LOG = System.getLogger(FirmwareDirectory.class.getName());

    private final Path directory;
    private final StoreLock lock;
    private Optional<CurrentImage> current;
    private boolean isWhole;
    private boolean hasLeftovers;
    private long lastNumber;

    /** Opens the directory, or creates it, and removes what an interrupted download has left. */
    FirmwareDirectory(Path directory) {
        this.directory = directory;
        try {
            lock = StoreLock.on(directory);
        } catch (IOException e) {
            throw failure("use", e);
        }
        try {
            Optional<CurrentImage> named = CurrentImage.read(directory);
            isWhole = named.isEmpty() || named.get().isWhole(directory);
            removeLeftovers(named);
            lastNumber = named.map(CurrentImage::number).orElse(0L);
            current = named.filter(each -> each.isThere(directory));
        } catch (IOException e) {
            close();
            throw failure("use", e);
        } catch (UsbException e) {
            close();
            throw e;
        }
        if (!isWhole) {
            LOG.log(
                    Level.WARNING,
                    current.isPresent()
                            ? "the firmware in {0} is damaged: its SHA-256 is not that of {0}/current"
                            : "the firmware in {0} is damaged: the file that {0}/current names is not there",
                    directory);
        }
    }

    /** {@return the firmware of a directory that may be somebody else's; empty if there never was any} */
    static Optional<byte[]> contents(Path directory) {
        try {
            Optional<CurrentImage> named = CurrentImage.read(directory);
            while (named.isPresent()) {
                try {
                    return Optional.of(Files.readAllBytes(named.get().file(directory)));
                } catch (NoSuchFileException e) {
                    // It has been replaced meanwhile, or it is lost.
                    Optional<CurrentImage> now = CurrentImage.read(directory);
                    if (now.equals(named)) {
                        throw e;
                    }
                    named = now;
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw failure(directory, "read", e);
        }
    }

    private void removeLeftovers(Optional<CurrentImage> named) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (DirectoryStream<Path> images = Files.newDirectoryStream(directory, "image-*")) {
            for (Path each : images) {
                if (named.filter(kept -> kept.file(directory).equals(each)).isEmpty()) {
                    hasLeftovers = true;
                    remove(each);
                }
            }
        }
    }

    private void remove(Path leftover) throws IOException {
        if (lock.isReadOnly()) {
            return;
        }
        Files.delete(leftover);
        LOG.log(Level.INFO, "removed {0}, left by an interrupted download", leftover);
    }

    /** {@return whether the firmware is undamaged, or there is none} */
    boolean isWhole() {
        return isWhole;
    }

    /** {@return whether there were files of an interrupted download when the directory was opened} */
    boolean hadLeftovers() {
        return hasLeftovers;
    }

    /** {@return the size of the firmware in bytes} */
    long length() {
        return current.map(CurrentImage::length).orElse(0L);
    }

    /** {@return bytes of the firmware from an offset, ready to be read; fewer at its end} */
    ByteBuffer read(long offset, int length) {
        try {
            return current.isEmpty() ? ByteBuffer.allocate(0) : current.get().read(directory, offset, length);
        } catch (IOException e) {
            throw failure("read", e);
        }
    }

    /** {@return what the first group of a pattern matches in the firmware} */
    Optional<String> find(Pattern pattern) {
        try {
            return current.isEmpty() ? Optional.empty() : current.get().find(directory, pattern);
        } catch (IOException e) {
            throw failure("read", e);
        }
    }

    /** {@return an empty image beside the firmware} */
    IncomingImage begin() throws IOException {
        return new IncomingImage(directory, nextNumber());
    }

    /** {@return a copy of the firmware beside it, which reads as the filler beyond its end} */
    EditedCopy edit(byte filler) throws IOException {
        return new EditedCopy(directory, nextNumber(), current, filler);
    }

    /** No number is given twice: what seemed to fail may have made an image the firmware. */
    private long nextNumber() {
        lastNumber++;
        return lastNumber;
    }

    /** Makes a pending image the firmware. If that fails, the image is lost and the firmware stays. */
    void replaceBy(PendingImage image) {
        try (image) {
            CurrentImage next = image.complete();
            next.write(directory);
            Optional<CurrentImage> old = current;
            current = Optional.of(next);
            isWhole = true;
            old.ifPresent(this::remove);
        } catch (IOException e) {
            throw failure("write to", e);
        }
    }

    /** The new firmware is in place even if the old file cannot be removed; the next start tries again. */
    private void remove(CurrentImage old) {
        try {
            Files.deleteIfExists(old.file(directory));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "cannot remove {0}: {1}", old.file(directory), reason(e));
        }
    }

    UsbException failure(String what, IOException e) {
        return failure(directory, what, e);
    }

    private static UsbException failure(Path directory, String what, IOException e) {
        return new UsbException("cannot %s the firmware store %s: %s".formatted(what, directory, reason(e)), e);
    }

    /** The message of a file's exception is often only its name; the class says what happened. */
    private static String reason(IOException e) {
        return "%s (%s)".formatted(e.getMessage(), e.getClass().getSimpleName());
    }

    /** Lets others use the directory. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "closing the lock of {0}: {1}", directory, e.getMessage());
        }
    }

    @Override
    public String toString() {
        return directory.toString();
    }
}
