package usbd4j.stack.descriptor;

import static usbd4j.stack.descriptor.Unsigned.u16;
import static usbd4j.stack.descriptor.Unsigned.u8;

import java.nio.ByteBuffer;

/**
 * The device descriptor (USB 2.0, table 9-8).
 *
 * @param bcdUSB 2 bytes, release of the USB specification in binary-coded decimal, 0x0200 for 2.0
 * @param bDeviceClass 1 byte, 0 if each interface specifies its own class
 * @param bDeviceSubClass 1 byte
 * @param bDeviceProtocol 1 byte
 * @param bMaxPacketSize0 1 byte, maximum packet size of endpoint zero in bytes: 8, 16, 32 or 64; at super speed 9, the exponent of 512
 * @param idVendor 2 bytes
 * @param idProduct 2 bytes
 * @param bcdDevice 2 bytes, the device's release number in binary-coded decimal
 * @param iManufacturer 1 byte, string index, 0 for none
 * @param iProduct 1 byte, string index, 0 for none
 * @param iSerialNumber 1 byte, string index, 0 for none
 * @param bNumConfigurations 1 byte
 */
public record DeviceDescriptor(
        int bcdUSB,
        int bDeviceClass,
        int bDeviceSubClass,
        int bDeviceProtocol,
        int bMaxPacketSize0,
        int idVendor,
        int idProduct,
        int bcdDevice,
        int iManufacturer,
        int iProduct,
        int iSerialNumber,
        int bNumConfigurations)
        implements Descriptor {

    /** bLength, in bytes. */
    public static final int LENGTH = 18;

    private static final int USB_3_2 = 0x0320;
    private static final int EXPONENT_OF_512 = 9;

    /** Checks every field's range. */
    public DeviceDescriptor {
        u16("bcdUSB", bcdUSB);
        u8("bDeviceClass", bDeviceClass);
        u8("bDeviceSubClass", bDeviceSubClass);
        u8("bDeviceProtocol", bDeviceProtocol);
        u8("bMaxPacketSize0", bMaxPacketSize0);
        u16("idVendor", idVendor);
        u16("idProduct", idProduct);
        u16("bcdDevice", bcdDevice);
        u8("iManufacturer", iManufacturer);
        u8("iProduct", iProduct);
        u8("iSerialNumber", iSerialNumber);
        u8("bNumConfigurations", bNumConfigurations);
    }

    /**
     * {@return the descriptor read from a buffer, whose position stays}
     *
     * @param buffer little-endian, positioned at bLength, with all of the descriptor's bytes
     */
    public static DeviceDescriptor read(ByteBuffer buffer) {
        int start = buffer.position();
        return new DeviceDescriptor(
                Short.toUnsignedInt(buffer.getShort(start + 2)),
                Byte.toUnsignedInt(buffer.get(start + 4)),
                Byte.toUnsignedInt(buffer.get(start + 5)),
                Byte.toUnsignedInt(buffer.get(start + 6)),
                Byte.toUnsignedInt(buffer.get(start + 7)),
                Short.toUnsignedInt(buffer.getShort(start + 8)),
                Short.toUnsignedInt(buffer.getShort(start + 10)),
                Short.toUnsignedInt(buffer.getShort(start + 12)),
                Byte.toUnsignedInt(buffer.get(start + 14)),
                Byte.toUnsignedInt(buffer.get(start + 15)),
                Byte.toUnsignedInt(buffer.get(start + 16)),
                Byte.toUnsignedInt(buffer.get(start + 17)));
    }

    /** {@return the same device at super speed, whose endpoint zero has packets of 512 bytes (USB 3.2, table 9-11)} */
    DeviceDescriptor atSuperSpeed() {
        return new DeviceDescriptor(
                USB_3_2,
                bDeviceClass,
                bDeviceSubClass,
                bDeviceProtocol,
                EXPONENT_OF_512,
                idVendor,
                idProduct,
                bcdDevice,
                iManufacturer,
                iProduct,
                iSerialNumber,
                bNumConfigurations);
    }

    @Override
    public int bLength() {
        return LENGTH;
    }

    @Override
    public int bDescriptorType() {
        return DescriptorType.DEVICE.code();
    }

    @Override
    public void writeFields(ByteBuffer buffer) {
        buffer.putShort((short) bcdUSB);
        buffer.put((byte) bDeviceClass);
        buffer.put((byte) bDeviceSubClass);
        buffer.put((byte) bDeviceProtocol);
        buffer.put((byte) bMaxPacketSize0);
        buffer.putShort((short) idVendor);
        buffer.putShort((short) idProduct);
        buffer.putShort((short) bcdDevice);
        buffer.put((byte) iManufacturer);
        buffer.put((byte) iProduct);
        buffer.put((byte) iSerialNumber);
        buffer.put((byte) bNumConfigurations);
    }
}
