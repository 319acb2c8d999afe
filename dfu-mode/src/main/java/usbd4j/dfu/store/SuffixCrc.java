package usbd4j.dfu.store;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import usbd4j.dfu.DfuSuffix;

/** Checks dwCRC of a DFU suffix. */
final class SuffixCrc {
    private static final int CHUNK = 1 << 16;

    private SuffixCrc() {}

    /** {@return whether dwCRC is that of the image} It is the CRC-32 of Ethernet without the final inversion (DFU 1.1, appendix B). */
    static boolean fits(DfuSuffix suffix, StoredImage image) {
        CRC32 crc = new CRC32();
        long end = image.length() - DfuSuffix.CRC_LENGTH;
        for (long offset = 0; offset < end; offset += CHUNK) {
            ByteBuffer part = image.read(offset, (int) Math.min(CHUNK, end - offset));
            crc.update(part);
        }
        return ~(int) crc.getValue() == suffix.dwCRC();
    }
}
