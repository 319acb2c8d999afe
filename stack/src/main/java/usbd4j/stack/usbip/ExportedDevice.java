package usbd4j.stack.usbip;

import java.nio.ByteBuffer;
import usbd4j.stack.descriptor.Configuration;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.DeviceDescriptor;
import usbd4j.stack.descriptor.Speed;

/**
 * What a client is told of a device ({@code struct usbip_usb_device}).
 *
 * @param path 256 bytes, where the device is in the sysfs of its machine
 * @param busId 32 bytes, the name by which it is imported, such as "1-1"
 * @param busnum 4 bytes, the number of its bus
 * @param devnum 4 bytes, its address there
 * @param speed 4 bytes, as in the kernel's enum usb_device_speed
 * @param idVendor 2 bytes
 * @param idProduct 2 bytes
 * @param bcdDevice 2 bytes, the device's release number in binary-coded decimal
 * @param bDeviceClass 1 byte
 * @param bDeviceSubClass 1 byte
 * @param bDeviceProtocol 1 byte
 * @param bConfigurationValue 1 byte, the configuration in use
 * @param bNumConfigurations 1 byte
 * @param bNumInterfaces 1 byte, the interfaces of that configuration
 */
public record ExportedDevice(
        String path,
        String busId,
        int busnum,
        int devnum,
        int speed,
        int idVendor,
        int idProduct,
        int bcdDevice,
        int bDeviceClass,
        int bDeviceSubClass,
        int bDeviceProtocol,
        int bConfigurationValue,
        int bNumConfigurations,
        int bNumInterfaces) {
    static final int LENGTH = 312;

    /** The length of a bus id's field in bytes. */
    static final int BUS_ID_LENGTH = 32;

    private static final int PATH_LENGTH = 256;
    private static final int BUSNUM = 1;

    static ExportedDevice of(Descriptors descriptors, Speed speed, int port, String busId) {
        DeviceDescriptor device = descriptors.device();
        Configuration first = descriptors.configuration();
        return new ExportedDevice(
                "/sys/devices/usbd4j/usb%d/%s".formatted(BUSNUM, busId),
                busId,
                BUSNUM,
                // The root hub has the first.
                port + 1,
                VhciPort.code(speed),
                device.idVendor(),
                device.idProduct(),
                device.bcdDevice(),
                device.bDeviceClass(),
                device.bDeviceSubClass(),
                device.bDeviceProtocol(),
                first.bConfigurationValue(),
                device.bNumConfigurations(),
                first.interfaces().size());
    }

    static ExportedDevice read(ByteBuffer buffer) {
        return new ExportedDevice(
                FixedText.read(buffer, PATH_LENGTH),
                FixedText.read(buffer, BUS_ID_LENGTH),
                buffer.getInt(),
                buffer.getInt(),
                buffer.getInt(),
                Short.toUnsignedInt(buffer.getShort()),
                Short.toUnsignedInt(buffer.getShort()),
                Short.toUnsignedInt(buffer.getShort()),
                Byte.toUnsignedInt(buffer.get()),
                Byte.toUnsignedInt(buffer.get()),
                Byte.toUnsignedInt(buffer.get()),
                Byte.toUnsignedInt(buffer.get()),
                Byte.toUnsignedInt(buffer.get()),
                Byte.toUnsignedInt(buffer.get()));
    }

    void write(ByteBuffer buffer) {
        FixedText.write(buffer, PATH_LENGTH, path);
        FixedText.write(buffer, BUS_ID_LENGTH, busId);
        buffer.putInt(busnum).putInt(devnum).putInt(speed);
        buffer.putShort((short) idVendor).putShort((short) idProduct).putShort((short) bcdDevice);
        buffer.put((byte) bDeviceClass).put((byte) bDeviceSubClass).put((byte) bDeviceProtocol);
        buffer.put((byte) bConfigurationValue).put((byte) bNumConfigurations).put((byte) bNumInterfaces);
    }

    /** {@return the number by which its machine knows it in each transfer} */
    int devid() {
        return busnum << 16 | devnum;
    }

    /** {@return idVendor and idProduct, such as "1209:0001"} */
    public String vendorAndProduct() {
        return "%04x:%04x".formatted(idVendor, idProduct);
    }
}
