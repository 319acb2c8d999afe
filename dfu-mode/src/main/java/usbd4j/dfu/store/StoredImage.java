package usbd4j.dfu.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import usbd4j.dfu.DfuStatus;
import usbd4j.dfu.DfuSuffix;
import usbd4j.stack.UsbException;

/**
 * A firmware image in a directory of its own. A new one comes in beside it, and takes its place in one step: whenever the
 * program or the power ends, one of the two is there, whole.
 *
 * <p>The directory holds {@code image-N}, the bytes of the image and nothing else; {@code current}, which tells which file it
 * is and what must be in it; and {@code lock}.
 */
public final class StoredImage implements AutoCloseable {
    private static final Logger LOG = System.getLogger(StoredImage.class.getName());

    private final Path directory;
    private final StoreLock lock;
    private Optional<CurrentImage> current;
    private boolean isWhole;
    private boolean wasInterrupted;
    private @Nullable Download download;

    /**
     * Opens the directory, or makes it. What is left of an interrupted download is removed.
     *
     * @param directory which; nobody else uses it until {@link #close}
     * @throws UsbException if it cannot be used
     */
    public StoredImage(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
            lock = new StoreLock(directory);
        } catch (IOException e) {
            throw trouble("use", e);
        }
        try {
            current = CurrentImage.read(directory);
            isWhole = current.isEmpty() || current.get().isWhole(directory);
            removeOthers();
        } catch (IOException e) {
            unlock();
            throw trouble("use", e);
        } catch (UsbException e) {
            unlock();
            throw e;
        }
        if (!isWhole) {
            LOG.log(Level.WARNING, "the firmware in {0} is damaged: its SHA-256 is not that of {0}/current", directory);
        }
    }

    private void removeOthers() throws IOException {
        try (DirectoryStream<Path> images = Files.newDirectoryStream(directory, "image-*")) {
            for (Path each : images) {
                if (current.filter(kept -> kept.file(directory).equals(each)).isEmpty()) {
                    Files.delete(each);
                    wasInterrupted = true;
                    LOG.log(Level.INFO, "removed {0}, left by a download that was interrupted", each);
                }
            }
        }
    }

    /** {@return whether the firmware is what was once put there, or none ever was} */
    public boolean isWhole() {
        return isWhole;
    }

    /**
     * {@return OK; errFIRMWARE if the firmware is not whole; errPOR if it is, but the program or the power ended while another one
     * came in, and none has begun to since}
     */
    public DfuStatus condition() {
        if (!isWhole) {
            return DfuStatus.ERR_FIRMWARE;
        }
        return wasInterrupted ? DfuStatus.ERR_POR : DfuStatus.OK;
    }

    /** {@return the size of the firmware in bytes} */
    public long length() {
        return current.map(CurrentImage::length).orElse(0L);
    }

    /**
     * {@return a part of the firmware, ready to be read; shorter than asked if the firmware ends before}
     *
     * @param offset where it begins, in bytes
     * @param length at most this many
     */
    public ByteBuffer read(long offset, int length) {
        try {
            return current.isEmpty() ? ByteBuffer.allocate(0) : current.get().read(directory, offset, length);
        } catch (IOException e) {
            throw trouble("read", e);
        }
    }

    /** {@return bcdDevice of the suffix that the firmware ends with, if it has a suffix, and one that fits} */
    public Optional<Integer> release() {
        return DfuSuffix.read(read(Math.max(0, length() - DfuSuffix.LENGTH), DfuSuffix.LENGTH))
                .filter(suffix -> SuffixCrc.fits(suffix, this))
                .map(DfuSuffix::bcdDevice);
    }

    /**
     * {@return what the first group of a pattern matches in the firmware, taken as ISO 8859-1}
     *
     * @param pattern with a group
     */
    public Optional<String> find(Pattern pattern) {
        try {
            return current.isEmpty() ? Optional.empty() : current.get().find(directory, pattern);
        } catch (IOException e) {
            throw trouble("read", e);
        }
    }

    /** Begins to take a new image in place of one that is not complete yet. */
    public void begin() {
        abort();
        wasInterrupted = false;
        try {
            download = new Download(directory, nextNumber());
        } catch (IOException e) {
            throw trouble("write to", e);
        }
    }

    private long nextNumber() {
        return current.map(CurrentImage::number).orElse(0L) + 1;
    }

    /** {@return a copy of the image, which does not count before {@link #replaceBy}} Beyond its end is the filler. */
    Edition edit(byte filler) throws IOException {
        wasInterrupted = false;
        return new Edition(directory, nextNumber(), current, filler);
    }

    /**
     * Takes the next part of the new image.
     *
     * @param block from position to limit
     */
    public void append(ByteBuffer block) {
        try {
            begun().append(block);
        } catch (IOException e) {
            abort();
            throw trouble("write to", e);
        }
    }

    /** {@return how many bytes of a new image there are} */
    public long appended() {
        return download == null ? 0 : download.length();
    }

    /**
     * {@return what a verification says of the new image}
     *
     * @param verification which
     */
    public DfuStatus verify(Verification verification) {
        try {
            return begun().verify(verification);
        } catch (IOException e) {
            throw trouble("read", e);
        }
    }

    /** Puts the new image in the place of the old one. */
    public void commit() {
        Download complete = begun();
        download = null;
        replaceBy(complete);
    }

    /** Puts another image in the place of this one, or loses it. */
    void replaceBy(NextImage image) {
        try (image) {
            CurrentImage next = image.complete();
            next.write(directory);
            Optional<CurrentImage> before = current;
            current = Optional.of(next);
            isWhole = true;
            before.ifPresent(this::remove);
        } catch (IOException e) {
            throw trouble("write to", e);
        }
    }

    /** That the old image cannot be removed is no failure of the new one; the next start tries again. */
    private void remove(CurrentImage old) {
        try {
            Files.deleteIfExists(old.file(directory));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "cannot remove {0}: {1}", old.file(directory), reason(e));
        }
    }

    /** Forgets the new image, if there is one. */
    public void abort() {
        if (download != null) {
            try (Download given = download) {
                download = null;
                LOG.log(Level.DEBUG, "dropped {0} bytes of an image", given.length());
            } catch (IOException e) {
                LOG.log(Level.WARNING, "cannot remove an incomplete image from {0}: {1}", directory, e.getMessage());
            }
        }
    }

    private Download begun() {
        if (download == null) {
            throw new IllegalStateException("no image was begun");
        }
        return download;
    }

    UsbException trouble(String what, IOException e) {
        return new UsbException("cannot %s the firmware store %s: %s".formatted(what, directory, reason(e)), e);
    }

    /** Exceptions of files say what they are by their class, and name only the file. */
    private static String reason(IOException e) {
        return "%s (%s)".formatted(e.getMessage(), e.getClass().getSimpleName());
    }

    @Override
    public void close() {
        abort();
        unlock();
    }

    private void unlock() {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "closing the lock of {0}: {1}", directory, e.getMessage());
        }
    }
}
