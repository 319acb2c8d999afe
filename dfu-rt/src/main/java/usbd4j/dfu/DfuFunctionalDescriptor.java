package usbd4j.dfu;

import static usbd4j.stack.descriptor.Unsigned.u16;
import static usbd4j.stack.descriptor.Unsigned.u8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import usbd4j.stack.descriptor.Descriptor;

/**
 * The DFU functional descriptor (DFU 1.1, table 4.2).
 *
 * <p>It is what the device tells the host. What the device does is elsewhere, for instance in {@code DetachPolicy}.
 *
 * @param bLength 1 byte, {@value #LENGTH} in DFU 1.1, and 7 in DFU 1.0, which has no bcdDFUVersion; the descriptor has as many bytes, with
 *     its last fields cut off, or zeros after them
 * @param attributes bmAttributes, 1 byte
 * @param wDetachTimeOut 2 bytes, the longest time that the device waits for a bus reset after DETACH, in milliseconds
 * @param wTransferSize 2 bytes, the most bytes of one DNLOAD or UPLOAD
 * @param bcdDFUVersion 2 bytes, the release of the DFU specification in binary-coded decimal, 0x0110 for 1.1
 */
public record DfuFunctionalDescriptor(
        int bLength, DfuAttributes attributes, int wDetachTimeOut, int wTransferSize, int bcdDFUVersion)
        implements Descriptor {

    /** The value of bLength (DFU 1.1). */
    public static final int LENGTH = 9;

    /** The value of bDescriptorType. */
    public static final int TYPE = 0x21;

    /** bLength and bDescriptorType, which every descriptor has. */
    private static final int HEADER_LENGTH = 2;

    /** Checks every field's range. */
    public DfuFunctionalDescriptor {
        u8("bLength", bLength);
        if (bLength < HEADER_LENGTH) {
            throw new IllegalArgumentException(
                    "bLength is %d; a descriptor has at least bLength and bDescriptorType".formatted(bLength));
        }
        u16("wDetachTimeOut", wDetachTimeOut);
        u16("wTransferSize", wTransferSize);
        u16("bcdDFUVersion", bcdDFUVersion);
    }

    /**
     * One of the length of DFU 1.1.
     *
     * @param attributes bmAttributes, 1 byte
     * @param wDetachTimeOut 2 bytes
     * @param wTransferSize 2 bytes
     * @param bcdDFUVersion 2 bytes
     */
    public DfuFunctionalDescriptor(DfuAttributes attributes, int wDetachTimeOut, int wTransferSize, int bcdDFUVersion) {
        this(LENGTH, attributes, wDetachTimeOut, wTransferSize, bcdDFUVersion);
    }

    /**
     * {@return the descriptor read from a buffer, whose position stays} What a shorter one lacks is zero.
     *
     * @param buffer positioned at bLength, with as many bytes
     */
    public static DfuFunctionalDescriptor read(ByteBuffer buffer) {
        byte[] bytes = new byte[Byte.toUnsignedInt(buffer.get(buffer.position()))];
        buffer.get(buffer.position(), bytes);
        ByteBuffer fields = ByteBuffer.wrap(Arrays.copyOf(bytes, Math.max(LENGTH, bytes.length)))
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(HEADER_LENGTH);
        return new DfuFunctionalDescriptor(
                bytes.length,
                DfuAttributes.of(Byte.toUnsignedInt(fields.get())),
                Short.toUnsignedInt(fields.getShort()),
                Short.toUnsignedInt(fields.getShort()),
                Short.toUnsignedInt(fields.getShort()));
    }

    /**
     * {@return a copy of this descriptor with another length}
     *
     * @param length bLength, 1 byte
     */
    public DfuFunctionalDescriptor withLength(int length) {
        return new DfuFunctionalDescriptor(length, attributes, wDetachTimeOut, wTransferSize, bcdDFUVersion);
    }

    @Override
    public int bDescriptorType() {
        return TYPE;
    }

    @Override
    public void writeFields(ByteBuffer buffer) {
        ByteBuffer fields = ByteBuffer.allocate(LENGTH - HEADER_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        fields.put((byte) attributes.bmAttributes());
        fields.putShort((short) wDetachTimeOut);
        fields.putShort((short) wTransferSize);
        fields.putShort((short) bcdDFUVersion);
        buffer.put(Arrays.copyOf(fields.array(), bLength - HEADER_LENGTH));
    }
}
