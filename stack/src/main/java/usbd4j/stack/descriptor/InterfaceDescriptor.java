package usbd4j.stack.descriptor;

import static usbd4j.stack.descriptor.Unsigned.u8;

import java.nio.ByteBuffer;

/**
 * The interface descriptor (USB 2.0, table 9-12).
 *
 * @param bInterfaceNumber 1 byte, from 0
 * @param bAlternateSetting 1 byte, from 0
 * @param bNumEndpoints 1 byte, number of endpoints other than endpoint zero
 * @param bInterfaceClass 1 byte
 * @param bInterfaceSubClass 1 byte
 * @param bInterfaceProtocol 1 byte
 * @param iInterface 1 byte, string index, 0 for none
 */
public record InterfaceDescriptor(
        int bInterfaceNumber,
        int bAlternateSetting,
        int bNumEndpoints,
        int bInterfaceClass,
        int bInterfaceSubClass,
        int bInterfaceProtocol,
        int iInterface)
        implements Descriptor {

    /** bLength, in bytes. */
    public static final int LENGTH = 9;

    /** Checks every field's range. */
    public InterfaceDescriptor {
        u8("bInterfaceNumber", bInterfaceNumber);
        u8("bAlternateSetting", bAlternateSetting);
        u8("bNumEndpoints", bNumEndpoints);
        u8("bInterfaceClass", bInterfaceClass);
        u8("bInterfaceSubClass", bInterfaceSubClass);
        u8("bInterfaceProtocol", bInterfaceProtocol);
        u8("iInterface", iInterface);
    }

    /**
     * {@return the descriptor read from a buffer, whose position stays}
     *
     * @param buffer little-endian, positioned at bLength, with all of the descriptor's bytes
     */
    public static InterfaceDescriptor read(ByteBuffer buffer) {
        int start = buffer.position();
        return new InterfaceDescriptor(
                Byte.toUnsignedInt(buffer.get(start + 2)),
                Byte.toUnsignedInt(buffer.get(start + 3)),
                Byte.toUnsignedInt(buffer.get(start + 4)),
                Byte.toUnsignedInt(buffer.get(start + 5)),
                Byte.toUnsignedInt(buffer.get(start + 6)),
                Byte.toUnsignedInt(buffer.get(start + 7)),
                Byte.toUnsignedInt(buffer.get(start + 8)));
    }

    @Override
    public int bLength() {
        return LENGTH;
    }

    @Override
    public int bDescriptorType() {
        return DescriptorType.INTERFACE.code();
    }

    @Override
    public void writeFields(ByteBuffer buffer) {
        buffer.put((byte) bInterfaceNumber);
        buffer.put((byte) bAlternateSetting);
        buffer.put((byte) bNumEndpoints);
        buffer.put((byte) bInterfaceClass);
        buffer.put((byte) bInterfaceSubClass);
        buffer.put((byte) bInterfaceProtocol);
        buffer.put((byte) iInterface);
    }
}
