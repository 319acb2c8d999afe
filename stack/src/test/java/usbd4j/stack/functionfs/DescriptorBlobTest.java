package usbd4j.stack.functionfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import usbd4j.stack.descriptor.Configuration;
import usbd4j.stack.descriptor.Descriptor;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbEndpoint;
import usbd4j.stack.descriptor.UsbInterface;
import usbd4j.stack.descriptor.UsbString;

/** Bytes as linux/usb/functionfs.h has them; its flags are 1 full speed, 2 high speed, 8 Microsoft OS descriptors, 64 all
 * control recipients. */
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

    private static final UsbInterface DFU =
            new UsbInterface(0xFE, 1, 2, Optional.of(UsbString.of("DFU")), List.of(EXTRA));

    @Test
    void hasAllDescriptorsForFullAndForHighSpeed() {
        assertThat(hex(DescriptorBlob.of(configuration(DFU))))
                .isEqualToIgnoringWhitespace(
                        "03000000 a7000000 4b000000 02000000 02000000" // magic, length, flags, fs_count, hs_count
                                + " 02000000" // os_count
                                + " 09040000 00fe0102 01 0321aa"
                                + " 09040000 00fe0102 01 0321aa"
                                + hex(OsDescriptors.of(configuration(DFU))));
    }

    @Test
    void withoutExtrasHasOnlyStandardDescriptors() {
        assertThat(hex(DescriptorBlob.withoutExtras(configuration(DFU))))
                .isEqualToIgnoringWhitespace("03000000 a1000000 4b000000 01000000 01000000 02000000"
                        + " 09040000 00fe0102 01"
                        + " 09040000 00fe0102 01"
                        + hex(OsDescriptors.of(configuration(DFU))));
    }

    @Test
    void hasEndpointsAsEachSpeedWantsThem() {
        UsbInterface pipes = UsbInterface.of(0x03, 0, 0).with(UsbEndpoint.bulkIn(), UsbEndpoint.interruptOut(8, 10));

        assertThat(hex(DescriptorBlob.of(configuration(pipes))))
                .isEqualToIgnoringWhitespace("03000000 42000000 43000000 03000000 03000000"
                        + " 09040000 02030000 00 07058102 400000 07050203 08000a"
                        + " 09040000 02030000 00 07058102 000200 07050203 080007");
    }

    private static Configuration configuration(UsbInterface declared) {
        return Descriptors.of(Identity.of(0x1209, 0x0001), List.of(declared)).configuration();
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
