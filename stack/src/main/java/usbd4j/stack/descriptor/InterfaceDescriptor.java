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

    @Override
    public int bLength() {
        return 9;
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
