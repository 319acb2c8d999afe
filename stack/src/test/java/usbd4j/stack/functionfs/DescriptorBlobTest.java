package usbd4j.stack.functionfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import usbd4j.stack.descriptor.Configuration;
import usbd4j.stack.descriptor.Descriptor;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbInterface;
import usbd4j.stack.descriptor.UsbString;

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

    private final Configuration configuration = Descriptors.of(
                    Identity.of(0x1209, 0x0001),
                    List.of(new UsbInterface(0xFE, 1, 2, Optional.of(UsbString.of("DFU")), List.of(EXTRA))))
            .configuration();

    @Test
    void hasAllDescriptorsForFullAndForHighSpeed() {
        assertThat(bytes(DescriptorBlob.of(configuration)))
                .containsExactly(
                        3, // magic: version 2
                        0,
                        0,
                        0,
                        44, // length
                        0,
                        0,
                        0,
                        67, // flags: full speed, high speed, all control recipients
                        0,
                        0,
                        0,
                        2, // fs_count
                        0,
                        0,
                        0,
                        2, // hs_count
                        0,
                        0,
                        0,
                        //
                        9, // full speed: bLength
                        4, // bDescriptorType
                        0, // bInterfaceNumber
                        0, // bAlternateSetting
                        0, // bNumEndpoints
                        0xFE, // bInterfaceClass
                        1, // bInterfaceSubClass
                        2, // bInterfaceProtocol
                        1, // iInterface
                        3, // bLength
                        0x21, // bDescriptorType
                        0xAA,
                        //
                        9, // high speed: bLength
                        4, // bDescriptorType
                        0, // bInterfaceNumber
                        0, // bAlternateSetting
                        0, // bNumEndpoints
                        0xFE, // bInterfaceClass
                        1, // bInterfaceSubClass
                        2, // bInterfaceProtocol
                        1, // iInterface
                        3, // bLength
                        0x21, // bDescriptorType
                        0xAA);
    }

    @Test
    void withoutExtrasHasOnlyStandardDescriptors() {
        assertThat(bytes(DescriptorBlob.withoutExtras(configuration)))
                .containsExactly(
                        3, // magic: version 2
                        0,
                        0,
                        0,
                        38, // length
                        0,
                        0,
                        0,
                        67, // flags: full speed, high speed, all control recipients
                        0,
                        0,
                        0,
                        1, // fs_count
                        0,
                        0,
                        0,
                        1, // hs_count
                        0,
                        0,
                        0,
                        //
                        9, // full speed: bLength
                        4, // bDescriptorType
                        0, // bInterfaceNumber
                        0, // bAlternateSetting
                        0, // bNumEndpoints
                        0xFE, // bInterfaceClass
                        1, // bInterfaceSubClass
                        2, // bInterfaceProtocol
                        1, // iInterface
                        //
                        9, // high speed: bLength
                        4, // bDescriptorType
                        0, // bInterfaceNumber
                        0, // bAlternateSetting
                        0, // bNumEndpoints
                        0xFE, // bInterfaceClass
                        1, // bInterfaceSubClass
                        2, // bInterfaceProtocol
                        1); // iInterface
    }

    private static byte[] bytes(ByteBuffer blob) {
        byte[] bytes = new byte[blob.remaining()];
        blob.get(bytes);
        return bytes;
    }
}
