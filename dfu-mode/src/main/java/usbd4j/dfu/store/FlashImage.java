package usbd4j.dfu.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import usbd4j.dfu.DfuStatus;
import usbd4j.dfu.flash.Cells;
import usbd4j.dfu.flash.MemoryLayout;
import usbd4j.dfu.flash.Region;

/**
 * Cells that are kept in a {@link StoredImage}: one region after the other, up to the last cell that is not erased. What is
 * changed is changed in a copy, which takes the image's place with {@link #save}: until then a program that is killed leaves the
 * memory as it was before, and so does a disk that is full.
 */
public final class FlashImage implements Cells {
    private static final Logger LOG = System.getLogger(FlashImage.class.getName());

    private final StoredImage image;
    private final MemoryLayout layout;
    private @Nullable Edition edition;

    /**
     * Cells that hold what the image does.
     *
     * @param image where they are kept
     * @param layout the memory's
     */
    public FlashImage(StoredImage image, MemoryLayout layout) {
        this.image = image;
        this.layout = layout;
    }

    /** A part of a memory as one region has it. */
    private interface Piece {
        void at(long offset, ByteBuffer bytes) throws IOException;
    }

    /** Goes through bytes region by region. */
    private void each(long address, ByteBuffer bytes, Piece piece) throws IOException {
        long at = address;
        int limit = bytes.limit();
        while (bytes.position() < limit) {
            Region region = layout.region(at).orElseThrow();
            int length = (int) Math.min(limit - bytes.position(), region.end() - at);
            bytes.limit(bytes.position() + length);
            piece.at(offset(region) + at - region.address(), bytes);
            bytes.limit(limit);
            at += length;
        }
    }

    private long offset(Region region) {
        long offset = 0;
        for (Region each : layout.regions()) {
            if (each.equals(region)) {
                return offset;
            }
            offset += each.size();
        }
        throw new IllegalArgumentException("there is no region " + region);
    }

    @Override
    public void read(long address, ByteBuffer into) {
        try {
            each(address, into, this::readPart);
        } catch (IOException e) {
            throw image.trouble("read", e);
        }
    }

    private void readPart(long offset, ByteBuffer part) throws IOException {
        int length = part.remaining();
        part.put(edition == null ? image.read(offset, length) : edition.read(offset, length));
        while (part.hasRemaining()) {
            part.put(ERASED);
        }
    }

    @Override
    public void write(long address, ByteBuffer bytes) {
        change(copy -> each(address, bytes, copy::write));
    }

    @Override
    public void erase(long address, int length) {
        Region region = layout.region(address).orElseThrow();
        change(copy -> copy.erase(offset(region) + address - region.address(), length));
    }

    /** Something that is done to the copy. */
    private interface Change {
        void of(Edition copy) throws IOException;
    }

    private void change(Change change) {
        try {
            change.of(edition());
        } catch (IOException e) {
            forget();
            throw image.trouble("write to", e);
        }
    }

    private void forget() {
        try (Edition half = edition) {
            edition = null;
            LOG.log(
                    Level.WARNING,
                    "the flash is as it was saved last{0}",
                    half == null ? "" : ", without what came since");
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "removing what cannot be kept: {0}", e.getMessage());
        }
    }

    private Edition edition() throws IOException {
        if (edition == null) {
            edition = image.edit(ERASED);
        }
        return edition;
    }

    @Override
    public void save() {
        if (edition != null) {
            Edition changed = edition;
            edition = null;
            image.replaceBy(changed);
            LOG.log(Level.DEBUG, "saved the flash, {0} bytes of it", Long.toString(image.length()));
        }
    }

    @Override
    public DfuStatus condition() {
        return edition == null ? image.condition() : DfuStatus.OK;
    }
}
