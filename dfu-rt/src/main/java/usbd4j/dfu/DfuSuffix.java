package usbd4j.dfu;

import static usbd4j.stack.descriptor.Unsigned.u16;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The end of a firmware file, in reverse of the usual order (DFU 1.1, appendix B). A host's tool takes it off; an image that has
 * it all the same says with it which release it is.
 *
 * @param bcdDevice 2 bytes, the firmware's release number in binary-coded decimal
 * @param idProduct 2 bytes, the product it is for
 * @param idVendor 2 bytes, the vendor
 * @param bcdDFU 2 bytes, the release of the specification
 * @param dwCRC 4 bytes, over everything before it
 */
public record DfuSuffix(int bcdDevice, int idProduct, int idVendor, int bcdDFU, int dwCRC) {
    /** Its size in bytes. */
    public static final int LENGTH = 16;

    /** The size of dwCRC, which is not part of what it is over. */
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
     * {@return the suffix that is in these bytes, or empty if there is none}
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
