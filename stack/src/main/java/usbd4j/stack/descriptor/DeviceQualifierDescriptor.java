package usbd4j.stack.descriptor;

import static usbd4j.stack.descriptor.Unsigned.u16;
import static usbd4j.stack.descriptor.Unsigned.u8;

import java.nio.ByteBuffer;

/**
 * The device qualifier descriptor: the device descriptor's fields for the other of full and high speed (USB 2.0, table 9-9).
 *
 * @param bcdUSB 2 bytes, release of the USB specification in binary-coded decimal
 * @param bDeviceClass 1 byte
 * @param bDeviceSubClass 1 byte
 * @param bDeviceProtocol 1 byte
 * @param bMaxPacketSize0 1 byte, maximum packet size of endpoint zero in bytes
 * @param bNumConfigurations 1 byte
 */
public record DeviceQualifierDescriptor(
        int bcdUSB,
        int bDeviceClass,
        int bDeviceSubClass,
        int bDeviceProtocol,
        int bMaxPacketSize0,
        int bNumConfigurations)
        implements Descriptor {

    /** Checks every field's range. */
    public DeviceQualifierDescriptor {
        u16("bcdUSB", bcdUSB);
        u8("bDeviceClass", bDeviceClass);
        u8("bDeviceSubClass", bDeviceSubClass);
        u8("bDeviceProtocol", bDeviceProtocol);
        u8("bMaxPacketSize0", bMaxPacketSize0);
        u8("bNumConfigurations", bNumConfigurations);
    }

    /**
     * {@return the device qualifier of a device that is the same at both speeds}
     *
     * @param device the device descriptor
     */
    public static DeviceQualifierDescriptor of(DeviceDescriptor device) {
        return new DeviceQualifierDescriptor(
                device.bcdUSB(),
                device.bDeviceClass(),
                device.bDeviceSubClass(),
                device.bDeviceProtocol(),
                device.bMaxPacketSize0(),
                device.bNumConfigurations());
    }

    @Override
    public int bLength() {
        return 10;
    }

    @Override
    public int bDescriptorType() {
        return DescriptorType.DEVICE_QUALIFIER.code();
    }

    @Override
    public void writeFields(ByteBuffer buffer) {
        buffer.putShort((short) bcdUSB);
        buffer.put((byte) bDeviceClass);
        buffer.put((byte) bDeviceSubClass);
        buffer.put((byte) bDeviceProtocol);
        buffer.put((byte) bMaxPacketSize0);
        buffer.put((byte) bNumConfigurations);
        buffer.put((byte) 0); // bReserved
    }
}
