package usbd4j.stack.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfigurationDescriptorTest {
    @Test
    void hasTheBytesOfTheSpecification() {
        assertThat(new ConfigurationDescriptor(0x0123, 2, 1, 4, 0xC0, 50)
                        .bytes()
                        .array())
                .containsExactly(
                        9, // bLength
                        2, // bDescriptorType
                        0x23, // wTotalLength
                        0x01, 2, // bNumInterfaces
                        1, // bConfigurationValue
                        4, // iConfiguration
                        0xC0, // bmAttributes
                        50); // bMaxPower
    }

    @Test
    void isReadAsItIsWritten() {
        ConfigurationDescriptor descriptor = new ConfigurationDescriptor(0xF123, 2, 1, 4, 0xC0, 250);

        assertThat(ConfigurationDescriptor.read(descriptor.bytes())).isEqualTo(descriptor);
    }
}
