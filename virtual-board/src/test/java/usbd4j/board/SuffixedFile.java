package usbd4j.board;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/** A file with a DFU suffix, as appendix B of DFU 1.1 has it; dfu-suffix adds none to a file that has one. */
final class SuffixedFile {
    private static final int SUFFIX_LENGTH = 16;
    private static final short ANY = (short) 0xFFFF;
    private static final byte[] SIGNATURE = "UFD".getBytes(US_ASCII);

    private SuffixedFile() {}

    static byte[] of(byte[] payload, int bcdDevice) {
        ByteBuffer file = ByteBuffer.allocate(payload.length + SUFFIX_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        file.put(payload)
                .putShort((short) bcdDevice)
                .putShort(ANY)
                .putShort(ANY)
                .putShort((short) 0x0100)
                .put(SIGNATURE)
                .put((byte) SUFFIX_LENGTH);
        CRC32 crc = new CRC32();
        crc.update(file.array(), 0, file.position());
        return file.putInt(~(int) crc.getValue()).array();
    }
}
