package usbd4j.stack.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviceDescriptorTest {
    @Test
    void hasTheBytesOfTheSpecification() {
        DeviceDescriptor descriptor =
                new DeviceDescriptor(0x0210, 0xEF, 0x02, 0x01, 64, 0x1209, 0xABCD, 0x0123, 1, 2, 3, 1);

        assertThat(descriptor.bytes().array())
                .containsExactly(
                        18, // bLength
                        1, // bDescriptorType
                        0x10, // bcdUSB
                        0x02, 0xEF, // bDeviceClass
                        0x02, // bDeviceSubClass
                        0x01, // bDeviceProtocol
                        64, // bMaxPacketSize0
                        0x09, // idVendor
                        0x12, 0xCD, // idProduct
                        0xAB, 0x23, // bcdDevice
                        0x01, 1, // iManufacturer
                        2, // iProduct
                        3, // iSerialNumber
                        1); // bNumConfigurations
    }

    @Test
    void isReadAsItIsWritten() {
        DeviceDescriptor descriptor =
                new DeviceDescriptor(0xF210, 0xEF, 0x02, 0x01, 64, 0x1209, 0xABCD, 0xF123, 1, 2, 0xF3, 1);

        assertThat(DeviceDescriptor.read(descriptor.bytes())).isEqualTo(descriptor);
    }
}
