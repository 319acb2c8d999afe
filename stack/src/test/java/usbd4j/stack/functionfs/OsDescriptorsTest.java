package usbd4j.stack.functionfs;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.PlatformCapabilityDescriptor;
import usbd4j.stack.descriptor.UsbConfiguration;
import usbd4j.stack.descriptor.UsbInterface;

/** Bytes as defined by linux/usb/functionfs.h. */
class OsDescriptorsTest {
    private static final int COMPAT_LENGTH = 35;
    private static final int PROPERTY_LENGTH = 84;

    @Test
    void nameTheDriverOfAnInterface() {
        assertThat(Arrays.copyOf(bytes(declaring(0xFF)), COMPAT_LENGTH))
                .containsExactly(
                        0, // usb_os_desc_header: interface
                        35, // dwLength
                        0, 0, 0, 0x01, // bcdVersion
                        0x00, 4, // wIndex
                        0, 1, // bCount
                        0, // Reserved
                        0, // usb_ext_compat_desc: bFirstInterfaceNumber
                        0, // Reserved1
                        'W', // CompatibleID
                        'I', 'N', 'U', 'S', 'B', 0, 0, //
                        0, // SubCompatibleID
                        0, 0, 0, 0, 0, 0, 0, //
                        0, // Reserved2
                        0, 0, 0, 0, 0);
    }

    @Test
    void nameTheGuidOfAnInterface() {
        byte[] bytes = bytes(declaring(0xFF));
        byte[] property = Arrays.copyOfRange(bytes, COMPAT_LENGTH, bytes.length);

        assertThat(Arrays.copyOf(property, 21))
                .containsExactly(
                        0, // usb_os_desc_header: interface
                        84, // dwLength
                        0, 0, 0, 0x01, // bcdVersion
                        0x00, 5, // wIndex
                        0, 1, // wCount
                        0, 73, // usb_ext_prop_desc: dwSize
                        0, 0, 0, 1, // dwPropertyDataType, REG_SZ
                        0, 0, 0, 20, // wPropertyNameLength
                        0);
        assertThat(text(property, 21, 20)).isEqualTo("DeviceInterfaceGUID\0");
        assertThat(Arrays.copyOfRange(property, 41, 45)).containsExactly(39, 0, 0, 0); // dwPropertyDataLength
        assertThat(text(property, 45, 39)).isEqualTo("{6A49EE43-4FD2-4B7F-BC23-497C81EB5061}\0");
    }

    @Test
    void areTwoForEachInterface() {
        OsDescriptors two = declaring(0xFF, 0xFE);

        assertThat(two.count()).isEqualTo(4);
        assertThat(bytes(two)).hasSize(2 * (COMPAT_LENGTH + PROPERTY_LENGTH));
    }

    @Test
    void skipInterfacesThatWindowsHasADriverFor() {
        OsDescriptors second = declaring(0x03, 0xFE);

        assertThat(second.interfaces()).containsExactly(1);
        assertThat(bytes(second)).startsWith(1).hasSize(COMPAT_LENGTH + PROPERTY_LENGTH);
        assertThat(bytes(second)[11]).isEqualTo((byte) 1);
    }

    @Test
    void areEmptyIfWindowsHasADriverForEveryInterface() {
        assertThat(declaring(0x03).isEmpty()).isTrue();
    }

    @Test
    void areEmptyWithoutMicrosoftOs20Descriptors() {
        Descriptors silent = Descriptors.of(Identity.of(0x1209, 0x0001), List.of(UsbInterface.of(0xFF, 0, 0)));

        assertThat(OsDescriptors.of(silent).isEmpty()).isTrue();
    }

    private static OsDescriptors declaring(int... bInterfaceClass) {
        List<UsbInterface> interfaces = IntStream.of(bInterfaceClass)
                .mapToObj(each -> UsbInterface.of(each, 0, 0))
                .toList();
        return OsDescriptors.of(Descriptors.of(
                Identity.of(0x1209, 0x0001),
                List.of(UsbConfiguration.of(interfaces)),
                List.of(PlatformCapabilityDescriptor.msOs20(0x06030000, 30, 'M')),
                List.of()));
    }

    private static byte[] bytes(OsDescriptors os) {
        ByteBuffer buffer = ByteBuffer.allocate(os.length()).order(ByteOrder.LITTLE_ENDIAN);
        os.write(buffer);
        return buffer.array();
    }

    private static String text(byte[] bytes, int start, int length) {
        return new String(bytes, start, length, US_ASCII);
    }
}
