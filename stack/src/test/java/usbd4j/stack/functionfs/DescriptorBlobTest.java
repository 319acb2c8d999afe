package usbd4j.stack.functionfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import usbd4j.stack.descriptor.AlternateSetting;
import usbd4j.stack.descriptor.Descriptor;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.PlatformCapabilityDescriptor;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.descriptor.UsbConfiguration;
import usbd4j.stack.descriptor.UsbEndpoint;
import usbd4j.stack.descriptor.UsbInterface;
import usbd4j.stack.descriptor.UsbString;

/**
 * Bytes as defined by linux/usb/functionfs.h, whose flags are 1 full speed, 2 high speed, 4 super speed, 8 Microsoft OS
 * descriptors, 64 all control recipients.
 */
class DescriptorBlobTest {
    private static final Descriptor EXTRA = new Descriptor() {
        @Override
        public int bLength() {
            return 3;
        }

        @Override
        public int bDescriptorType() {
            return 0x21;
        }

        @Override
        public void writeFields(ByteBuffer buffer) {
            buffer.put((byte) 0xAA);
        }
    };

    private static final UsbInterface DFU = UsbInterface.of(AlternateSetting.of(0xFE, 1, 2)
            .named(Optional.of(UsbString.of("DFU")))
            .showing(EXTRA));

    @Test
    void hasAllDescriptorsForEverySpeed() {
        assertThat(hex(blob(descriptors(DFU))))
                .isEqualToIgnoringWhitespace(
                        "03000000 3c000000 47000000" // magic, length, flags
                                + " 02000000 02000000 02000000" // fs_count, hs_count, ss_count
                                + " 09040000 00fe0102 01 0321aa"
                                + " 09040000 00fe0102 01 0321aa"
                                + " 09040000 00fe0102 01 0321aa");
    }

    @Test
    void withoutExtrasHasOnlyStandardDescriptors() {
        assertThat(hex(DescriptorBlob.withoutExtras(
                        descriptors(DFU), FunctionStrings.of(descriptors(DFU), Speed.SUPER))))
                .isEqualToIgnoringWhitespace("03000000 33000000 47000000 01000000 01000000 01000000"
                        + " 09040000 00fe0102 01"
                        + " 09040000 00fe0102 01"
                        + " 09040000 00fe0102 01");
    }

    @Test
    void hasTheEndpointDescriptorsOfEachSpeed() {
        UsbInterface pipes = UsbInterface.of(0xFF, 0, 0).with(UsbEndpoint.bulkIn(), UsbEndpoint.interruptOut(8, 10));

        assertThat(hex(blob(descriptors(pipes))))
                .isEqualToIgnoringWhitespace("03000000 69000000 47000000 03000000 03000000 05000000"
                        + " 09040000 02ff0000 00 07058102 400000 07050203 08000a"
                        + " 09040000 02ff0000 00 07058102 000200 07050203 080007"
                        + " 09040000 02ff0000 00 07058102 000400 0630 00 00 0000 07050203 080007 0630 00 00 0800");
    }

    @Test
    void hasMicrosoftOsDescriptorsIfTheDeviceHasThem() {
        PlatformCapabilityDescriptor windows = PlatformCapabilityDescriptor.msOs20(0x06030000, 30, 'M');
        Descriptors descriptors = Descriptors.of(
                Identity.of(0x1209, 0x0001),
                List.of(UsbConfiguration.of(List.of(UsbInterface.of(0xFE, 1, 1)))),
                List.of(windows),
                List.of());

        assertThat(hex(blob(descriptors)))
                .isEqualToIgnoringWhitespace("03000000 ae000000 4f000000 01000000 01000000 01000000"
                        + " 02000000" // os_count
                        + " 09040000 00fe0101 00"
                        + " 09040000 00fe0101 00"
                        + " 09040000 00fe0101 00"
                        + hex(OsDescriptors.of(descriptors)));
    }

    private static ByteBuffer blob(Descriptors descriptors) {
        return DescriptorBlob.of(descriptors, FunctionStrings.of(descriptors, Speed.SUPER));
    }

    private static Descriptors descriptors(UsbInterface declared) {
        return Descriptors.of(Identity.of(0x1209, 0x0001), List.of(declared));
    }

    private static String hex(OsDescriptors os) {
        ByteBuffer buffer = ByteBuffer.allocate(os.length()).order(ByteOrder.LITTLE_ENDIAN);
        os.write(buffer);
        return hex(buffer.flip());
    }

    private static String hex(ByteBuffer blob) {
        byte[] bytes = new byte[blob.remaining()];
        blob.get(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
