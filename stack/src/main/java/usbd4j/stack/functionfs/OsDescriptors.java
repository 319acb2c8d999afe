package usbd4j.stack.functionfs;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.InterfaceDescriptor;
import usbd4j.stack.descriptor.MsOs20DescriptorSet;
import usbd4j.stack.descriptor.PlatformCapabilityDescriptor;

/**
 * The Microsoft OS 1.0 descriptors with which the kernel tells Windows to bind WinUSB to the interfaces that Windows has no
 * driver for, and the device interface GUID by which programs find them ({@code struct usb_os_desc_header} of
 * linux/usb/functionfs.h and the structures that follow it). The kernel uses them only if {@code os_desc} of the gadget is
 * in use.
 *
 * @param interfaces the numbers of those interfaces
 */
record OsDescriptors(List<Integer> interfaces) {
    private static final int APPLICATION_SPECIFIC = 0xFE;
    private static final int VENDOR_SPECIFIC = 0xFF;
    private static final Set<Integer> WITHOUT_A_DRIVER = Set.of(APPLICATION_SPECIFIC, VENDOR_SPECIFIC);

    /** Linux before about 6.4 requires this value in place of 0x0100; later kernels accept it, with a warning in the log. */
    private static final int BCD_VERSION = 1;

    private static final int EXTENDED_COMPAT_ID = 4;
    private static final int EXTENDED_PROPERTIES = 5;
    private static final int HEADER_LENGTH = 11;
    private static final int COMPAT_LENGTH = 24;
    private static final int REG_SZ = 1;
    private static final int PROPERTY_LENGTH_WITHOUT_TEXTS = 14;

    private static final byte[] WINUSB = "WINUSB\0\0".getBytes(US_ASCII);

    // One GUID, not a list (REG_MULTI_SZ), which the kernel does not pass on. The kernel converts both strings to
    // UTF-16.
    private static final byte[] PROPERTY_NAME = "DeviceInterfaceGUID\0".getBytes(US_ASCII);
    private static final byte[] PROPERTY_DATA = "{%s}\0"
            .formatted(MsOs20DescriptorSet.DEVICE_INTERFACE_GUID)
            .toUpperCase(Locale.ROOT)
            .getBytes(US_ASCII);
    private static final int PROPERTY_LENGTH =
            PROPERTY_LENGTH_WITHOUT_TEXTS + PROPERTY_NAME.length + PROPERTY_DATA.length;

    /** {@return the descriptors of a device, none if it has no Microsoft OS 2.0 descriptors} */
    static OsDescriptors of(Descriptors descriptors) {
        boolean isForWindows = descriptors.bos().stream()
                .flatMap(each -> each.capabilities().stream())
                .anyMatch(each -> each instanceof PlatformCapabilityDescriptor platform
                        && platform.platformCapabilityUuid().equals(PlatformCapabilityDescriptor.MS_OS_20));
        if (!isForWindows) {
            return new OsDescriptors(List.of());
        }
        return new OsDescriptors(descriptors.configuration().interfaces().stream()
                .map(each -> each.settings().get(0).descriptor())
                .filter(each -> WITHOUT_A_DRIVER.contains(each.bInterfaceClass()))
                .map(InterfaceDescriptor::bInterfaceNumber)
                .distinct()
                .toList());
    }

    boolean isEmpty() {
        return interfaces.isEmpty();
    }

    /** {@return how many there are, two for each interface} */
    int count() {
        return 2 * interfaces.size();
    }

    /** {@return the size of all of them in bytes} */
    int length() {
        return interfaces.size() * (HEADER_LENGTH + COMPAT_LENGTH + HEADER_LENGTH + PROPERTY_LENGTH);
    }

    /**
     * Writes all of them.
     *
     * @param buffer little-endian, with room for {@link #length()} bytes
     */
    void write(ByteBuffer buffer) {
        for (int number : interfaces) {
            writeHeader(buffer, number, EXTENDED_COMPAT_ID, COMPAT_LENGTH);
            buffer.put((byte) number); // bFirstInterfaceNumber
            buffer.put((byte) 0); // Reserved1: the kernel sends 1 to the host, and old kernels accept only 0 here
            buffer.put(WINUSB); // CompatibleID
            buffer.putLong(0); // SubCompatibleID
            buffer.put(new byte[6]); // Reserved2
            writeHeader(buffer, number, EXTENDED_PROPERTIES, PROPERTY_LENGTH);
            buffer.putInt(PROPERTY_LENGTH); // dwSize
            buffer.putInt(REG_SZ); // dwPropertyDataType
            buffer.putShort((short) PROPERTY_NAME.length); // wPropertyNameLength
            buffer.put(PROPERTY_NAME);
            buffer.putInt(PROPERTY_DATA.length); // dwPropertyDataLength
            buffer.put(PROPERTY_DATA);
        }
    }

    private static void writeHeader(ByteBuffer buffer, int number, int wIndex, int length) {
        buffer.put((byte) number); // interface
        buffer.putInt(HEADER_LENGTH + length); // dwLength
        buffer.putShort((short) BCD_VERSION);
        buffer.putShort((short) wIndex);
        buffer.putShort((short) 1); // bCount and Reserved, or wCount
    }
}
