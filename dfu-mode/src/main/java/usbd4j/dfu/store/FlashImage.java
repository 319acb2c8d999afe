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
 * Flash cells that are stored in a {@link StoredImage}: one region after the other, up to the last cell that is not erased. Changes
 * go to a copy, which replaces the image at {@link #save}. If the program is killed before, or the disk is full, the memory is as it
 * was saved last.
 */
public final class FlashImage implements Cells {
    private static final Logger LOG = System.getLogger(FlashImage.class.getName());

    private final StoredImage image;
    private final MemoryLayout layout;
    private @Nullable EditedCopy copy;

    /**
     * The cells of an image.
     *
     * @param image where they are stored
     * @param layout the layout of the memory
     */
    public FlashImage(StoredImage image, MemoryLayout layout) {
        this.image = image;
        this.layout = layout;
    }

    /** Reads or writes bytes that are all in one region. */
    private interface RegionAccess {
        void at(long offset, ByteBuffer bytes) throws IOException;
    }

    /** Splits bytes at the ends of regions. */
    private void eachRegion(long address, ByteBuffer bytes, RegionAccess access) throws IOException {
        long at = address;
        int limit = bytes.limit();
        while (bytes.position() < limit) {
            Region region = layout.region(at).orElseThrow();
            int length = (int) Math.min(limit - bytes.position(), region.end() - at);
            bytes.limit(bytes.position() + length);
            access.at(offset(region) + at - region.address(), bytes);
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
        throw new IllegalArgumentException("not in the layout: " + region);
    }

    @Override
    public void read(long address, ByteBuffer into) {
        try {
            eachRegion(address, into, this::readPart);
        } catch (IOException e) {
            throw image.failure("read", e);
        }
    }

    private void readPart(long offset, ByteBuffer part) throws IOException {
        int length = part.remaining();
        part.put(copy == null ? image.read(offset, length) : copy.read(offset, length));
        while (part.hasRemaining()) {
            part.put(ERASED);
        }
    }

    @Override
    public void write(long address, ByteBuffer bytes) {
        change(copy -> eachRegion(address, bytes, copy::write));
    }

    @Override
    public void erase(long address, int length) {
        Region region = layout.region(address).orElseThrow();
        change(copy -> copy.erase(offset(region) + address - region.address(), length));
    }

    /** A change of the copy. */
    private interface Change {
        void apply(EditedCopy copy) throws IOException;
    }

    private void change(Change change) {
        try {
            change.apply(copy());
        } catch (IOException e) {
            drop();
            throw image.failure("write to", e);
        }
    }

    private void drop() {
        try (EditedCopy dropped = copy) {
            copy = null;
            LOG.log(
                    Level.WARNING,
                    "the flash is as it was saved last{0}",
                    dropped == null ? "" : "; later changes are lost");
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "removing the changes that are lost: {0}", e.getMessage());
        }
    }

    private EditedCopy copy() throws IOException {
        if (copy == null) {
            copy = image.edit(ERASED);
        }
        return copy;
    }

    @Override
    public void save() {
        if (copy != null) {
            EditedCopy changed = copy;
            copy = null;
            image.replaceBy(changed);
            LOG.log(Level.DEBUG, "saved {0} bytes of the flash", Long.toString(image.length()));
        }
    }

    @Override
    public DfuStatus condition() {
        return copy == null ? image.condition() : DfuStatus.OK;
    }
}
