package usbd4j.gadget.device;

import java.util.Optional;
import usbd4j.stack.descriptor.UsbString;

/**
 * A memory that takes whole images.
 *
 * @param name what iInterface of its alternate setting points to
 * @param size the longest image that it takes, in bytes, 1 to 2,147,483,647
 * @param minimumSize the shortest one, in bytes, 0 to size
 */
public record ImageMemory(Optional<UsbString> name, long size, long minimumSize) implements Memory {
    /** Checks the sizes. */
    public ImageMemory {
        if (size < 1 || size > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a memory has 1 to %d bytes, not %d".formatted(Integer.MAX_VALUE, size));
        }
        if (minimumSize > size) {
            throw new IllegalArgumentException(
                    "no image is complete: it needs %d bytes, and the memory takes %d".formatted(minimumSize, size));
        }
    }

    @Override
    public boolean isAddressed() {
        return false;
    }
}
