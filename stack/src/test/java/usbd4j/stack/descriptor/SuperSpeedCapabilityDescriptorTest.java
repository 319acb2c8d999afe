package usbd4j.stack.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Bytes as USB 3.2, table 9-16, has them. */
class SuperSpeedCapabilityDescriptorTest {
    @Test
    void hasTheBytesOfTheSpecification() {
        assertThat(new SuperSpeedCapabilityDescriptor(2, 0x1234, 3, 10, 0x07FF)
                        .bytes()
                        .array())
                .containsExactly(
                        10, // bLength
                        16, // bDescriptorType
                        3, // bDevCapabilityType
                        2, // bmAttributes
                        0x34, // wSpeedsSupported
                        0x12, 3, // bFunctionalitySupport
                        10, // bU1DevExitLat
                        0xFF, // wU2DevExitLat
                        0x07);
    }

    @Test
    void oneThatTheDeviceHasDeclaredIsKept() {
        SuperSpeedCapabilityDescriptor declared = new SuperSpeedCapabilityDescriptor(0, 0b1000, 3, 1, 500);

        assertThat(new BosDescriptor(List.of(declared)).atSuperSpeed().capabilities())
                .containsExactly(new Usb20ExtensionDescriptor(Usb20ExtensionDescriptor.LPM), declared);
    }
}
