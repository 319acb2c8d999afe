package usbd4j.stack.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InterfaceDescriptorTest {
    @Test
    void hasTheBytesOfTheSpecification() {
        assertThat(new InterfaceDescriptor(3, 1, 2, 0xFE, 0x01, 0x02, 5).bytes().array())
                .containsExactly(
                        9, // bLength
                        4, // bDescriptorType
                        3, // bInterfaceNumber
                        1, // bAlternateSetting
                        2, // bNumEndpoints
                        0xFE, // bInterfaceClass
                        0x01, // bInterfaceSubClass
                        0x02, // bInterfaceProtocol
                        5); // iInterface
    }

    @Test
    void isReadAsItIsWritten() {
        InterfaceDescriptor descriptor = new InterfaceDescriptor(3, 1, 2, 0xFE, 0x01, 0x02, 0xF5);

        assertThat(InterfaceDescriptor.read(descriptor.bytes())).isEqualTo(descriptor);
    }
}
