package usbd4j.stack.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** Bytes as USB 3.2, table 9-15, has them. */
class Usb20ExtensionDescriptorTest {
    @Test
    void hasTheBytesOfTheSpecification() {
        assertThat(new Usb20ExtensionDescriptor(0x8765_4321L).bytes().array())
                .containsExactly(
                        7, // bLength
                        16, // bDescriptorType
                        2, // bDevCapabilityType
                        0x21, // bmAttributes
                        0x43, 0x65, 0x87);
    }

    @Test
    void namesTheBitsOfLinkPowerManagement() {
        int bmAttributes = Usb20ExtensionDescriptor.LPM
                | Usb20ExtensionDescriptor.BESL
                | Usb20ExtensionDescriptor.BASELINE_BESL_VALID
                | Usb20ExtensionDescriptor.DEEP_BESL_VALID;

        assertThat(bmAttributes).isEqualTo(0b11110);
    }

    @Test
    void takesFourBytes() {
        assertThat(new Usb20ExtensionDescriptor(0xFFFF_FFFFL).bytes().array()).endsWith(0xFF, 0xFF, 0xFF, 0xFF);
    }

    @Test
    void refusesMore() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Usb20ExtensionDescriptor(0x1_0000_0000L))
                .withMessage("bmAttributes is 4294967296, and must be within 0 and 4294967295");
    }

    @Test
    void refusesANegativeNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Usb20ExtensionDescriptor(-1))
                .withMessageStartingWith("bmAttributes is -1");
    }
}
