package usbd4j.dfu.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import usbd4j.dfu.DfuStatus;
import usbd4j.dfu.DfuSuffix;
import usbd4j.stack.UsbException;

/**
 * A firmware image in a directory of its own. A download is written beside it and replaces it in one step: if the program is
 * killed or the power fails, the old image or the new one is there, whole.
 *
 * <p>The directory holds {@code image-N}, the bytes of the image and nothing else; {@code current}, which names that file, its
 * length and its SHA-256; and {@code lock}.
 */
public final class StoredImage implements AutoCloseable {
    private static final Logger LOG = System.getLogger(StoredImage.class.getName());

    private final FirmwareDirectory directory;
    private boolean wasInterrupted;
    private @Nullable IncomingImage incoming;

    /**
     * Opens the directory, or creates it, and removes what an interrupted download has left.
     *
     * @param directory the directory; nobody else may use it until {@link #close}
     * @throws UsbException if it cannot be used
     */
    public StoredImage(Path directory) {
        this.directory = new FirmwareDirectory(directory);
        this.wasInterrupted = this.directory.hadLeftovers();
    }

    /**
     * {@return the firmware that a directory holds now, whole; none if there never was any} Anybody may ask at any time, while a device
     * uses the directory as well.
     *
     * @param directory the directory
     * @throws UsbException if it cannot be read
     */
    public static Optional<byte[]> contents(Path directory) {
        return FirmwareDirectory.contents(directory);
    }

    /** {@return whether the firmware is undamaged, or there is none} */
    public boolean isWhole() {
        return directory.isWhole();
    }

    /**
     * {@return errFIRMWARE if the firmware is damaged; errPOR if the last download was interrupted by the end of the program or of
     * the power, and no other has begun since; else OK}
     */
    public DfuStatus condition() {
        if (!isWhole()) {
            return DfuStatus.ERR_FIRMWARE;
        }
        return wasInterrupted ? DfuStatus.ERR_POR : DfuStatus.OK;
    }

    /** {@return the size of the firmware in bytes} */
    public long length() {
        return directory.length();
    }

    /**
     * {@return bytes of the firmware, ready to be read; fewer than asked for at its end}
     *
     * @param offset of the first byte
     * @param length the most bytes to read
     */
    public ByteBuffer read(long offset, int length) {
        return directory.read(offset, length);
    }

    /** {@return bcdDevice of the DFU suffix at the end of the firmware, if its CRC is right; FFFFh stands for any release, and is none} */
    public Optional<Integer> release() {
        return DfuSuffix.read(read(Math.max(0, length() - DfuSuffix.LENGTH), DfuSuffix.LENGTH))
                .filter(suffix -> SuffixCrc.fits(suffix, this))
                .map(DfuSuffix::bcdDevice)
                .filter(StoredImage::isDecimal);
    }

    private static boolean isDecimal(int bcd) {
        return Integer.toHexString(bcd).chars().allMatch(Character::isDigit);
    }

    /**
     * {@return what the first group of a pattern matches in the firmware, read as ISO 8859-1}
     *
     * @param pattern with a group
     */
    public Optional<String> find(Pattern pattern) {
        return directory.find(pattern);
    }

    /** Begins a new image, and drops an unfinished one. */
    public void begin() {
        abort();
        wasInterrupted = false;
        try {
            incoming = directory.begin();
        } catch (IOException e) {
            throw failure("write to", e);
        }
    }

    /** {@return a copy of the image to change, which becomes the firmware with {@link #replaceBy}} */
    EditedCopy edit(byte filler) throws IOException {
        wasInterrupted = false;
        return directory.edit(filler);
    }

    /**
     * Appends to the new image.
     *
     * @param block from position to limit
     */
    public void append(ByteBuffer block) {
        try {
            begun().append(block);
        } catch (IOException e) {
            abort();
            throw failure("write to", e);
        }
    }

    /** {@return the size of the new image so far, in bytes; 0 if there is none} */
    public long appended() {
        return incoming == null ? 0 : incoming.length();
    }

    /**
     * {@return the result of a verification of the new image}
     *
     * @param verification the verification
     */
    public DfuStatus verify(Verification verification) {
        try {
            return begun().verify(verification);
        } catch (IOException e) {
            throw failure("read", e);
        }
    }

    /** Makes the new image the firmware. */
    public void commit() {
        IncomingImage complete = begun();
        incoming = null;
        replaceBy(complete);
    }

    /** Makes a pending image the firmware. If that fails, the image is lost and the firmware stays. */
    void replaceBy(PendingImage image) {
        directory.replaceBy(image);
    }

    /** Drops the new image, if there is one. */
    public void abort() {
        if (incoming != null) {
            try (IncomingImage dropped = incoming) {
                incoming = null;
                LOG.log(Level.DEBUG, "dropped {0} bytes of an image", dropped.length());
            } catch (IOException e) {
                LOG.log(Level.WARNING, "cannot remove an incomplete image from {0}: {1}", directory, e.getMessage());
            }
        }
    }

    private IncomingImage begun() {
        if (incoming == null) {
            throw new IllegalStateException("begin was not called");
        }
        return incoming;
    }

    UsbException failure(String what, IOException e) {
        return directory.failure(what, e);
    }

    @Override
    public void close() {
        abort();
        directory.close();
    }
}
