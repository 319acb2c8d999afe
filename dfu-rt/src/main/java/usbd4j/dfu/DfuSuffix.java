package usbd4j.dfu;

import static usbd4j.stack.descriptor.Unsigned.u16;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The suffix of a firmware file (DFU 1.1, appendix B), with its fields in reverse order. Host tools remove it before a download; if
 * an image still ends with one, it has the release number.
 *
 * @param bcdDevice 2 bytes, the release number of the firmware in binary-coded decimal
 * @param idProduct 2 bytes, the product that the firmware is for
 * @param idVendor 2 bytes, the vendor of the product
 * @param bcdDFU 2 bytes, the release of the DFU specification
 * @param dwCRC 4 bytes, the CRC of all bytes before it
 */
public record DfuSuffix(int bcdDevice, int idProduct, int idVendor, int bcdDFU, int dwCRC) {
    /** Its size in bytes. */
    public static final int LENGTH = 16;

    /** The size of dwCRC in bytes. */
    public static final int CRC_LENGTH = 4;

    private static final int SIGNATURE = 0x44_46_55;

    /** Checks every field's range. */
    public DfuSuffix {
        u16("bcdDevice", bcdDevice);
        u16("idProduct", idProduct);
        u16("idVendor", idVendor);
        u16("bcdDFU", bcdDFU);
    }

    /**
     * {@return the suffix in these bytes, or empty if there is none}
     *
     * @param bytes the last {@link #LENGTH} of a file, or fewer if it is shorter
     */
    public static Optional<DfuSuffix> read(ByteBuffer bytes) {
        if (bytes.remaining() < LENGTH) {
            return Optional.empty();
        }
        ByteBuffer suffix = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int bcdDevice = Short.toUnsignedInt(suffix.getShort());
        int idProduct = Short.toUnsignedInt(suffix.getShort());
        int idVendor = Short.toUnsignedInt(suffix.getShort());
        int bcdDFU = Short.toUnsignedInt(suffix.getShort());
        int signature = Byte.toUnsignedInt(suffix.get())
                | Byte.toUnsignedInt(suffix.get()) << 8
                | Byte.toUnsignedInt(suffix.get()) << 16;
        int bLength = Byte.toUnsignedInt(suffix.get());
        return signature == SIGNATURE && bLength >= LENGTH
                ? Optional.of(new DfuSuffix(bcdDevice, idProduct, idVendor, bcdDFU, suffix.getInt()))
                : Optional.empty();
    }
}
