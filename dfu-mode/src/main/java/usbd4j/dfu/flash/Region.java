package usbd4j.dfu.flash;

import static usbd4j.stack.descriptor.Unsigned.u32;

/**
 * Consecutive sectors of the same size.
 *
 * @param address the address of the first, 4 bytes
 * @param count the number of sectors, from 1
 * @param sectorSize the size of each in bytes, from 1
 * @param access the operations that the sectors permit
 */
public record Region(long address, int count, int sectorSize, Access access) {
    /** Checks the sizes, and that the region ends within 32 bits of address. */
    public Region {
        u32("address", address);
        if (count <= 0 || sectorSize <= 0) {
            throw new IllegalArgumentException(
                    "a region needs sectors, not %d of %d bytes".formatted(count, sectorSize));
        }
        u32("a region's last address", address + (long) count * sectorSize - 1);
    }

    /** {@return its size in bytes} */
    public long size() {
        return (long) count * sectorSize;
    }

    /** {@return the first address after it} */
    public long end() {
        return address + size();
    }

    /**
     * {@return whether an address is in it}
     *
     * @param where the address
     */
    public boolean contains(long where) {
        return where >= address && where < end();
    }

    /**
     * {@return the start address of the sector that contains an address}
     *
     * @param where an address in this region
     */
    public long sector(long where) {
        return where - (where - address) % sectorSize;
    }

    /** {@return the region as DfuSe has it, such as {@code 04*016Kg}: the count, the sector size with its unit (K, M, or a space for
     * bytes, as ST's devices have it), the access} */
    @Override
    public String toString() {
        int kibibytes = sectorSize % 1024 == 0 ? sectorSize / 1024 : 0;
        int mebibytes = kibibytes % 1024 == 0 ? kibibytes / 1024 : 0;
        String size = mebibytes > 0
                ? "%03dM".formatted(mebibytes)
                : kibibytes > 0 ? "%03dK".formatted(kibibytes) : "%03d ".formatted(sectorSize);
        return "%02d*%s%c".formatted(count, size, access.letter());
    }
}
