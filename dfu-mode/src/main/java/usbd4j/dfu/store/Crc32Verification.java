package usbd4j.dfu.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import usbd4j.dfu.DfuStatus;

/** Accepts an image that ends with the CRC-32 of the bytes before, least significant byte first. */
public record Crc32Verification() implements Verification {
    private static final int CHUNK = 1 << 16;

    /** {@return OK, or errVERIFY} */
    @Override
    public DfuStatus verify(FileChannel image) throws IOException {
        long end = image.size() - Integer.BYTES;
        if (end < 0) {
            return DfuStatus.ERR_VERIFY;
        }
        CRC32 crc = new CRC32();
        for (long offset = 0; offset < end; offset += CHUNK) {
            crc.update(ImagePart.read(image, offset, (int) Math.min(CHUNK, end - offset)));
        }
        ByteBuffer expected = ImagePart.read(image, end, Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        return expected.getInt() == (int) crc.getValue() ? DfuStatus.OK : DfuStatus.ERR_VERIFY;
    }
}
