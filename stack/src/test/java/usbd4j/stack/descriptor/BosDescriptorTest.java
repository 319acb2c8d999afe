package usbd4j.stack.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Bytes as USB 3.2, table 9-12, has them. */
class BosDescriptorTest {
    private static final DeviceCapability LARGEST =
            new PlatformCapabilityDescriptor(new UUID(0, 0), ByteBuffer.allocate(235));

    @Test
    void hasTheBytesOfTheSpecification() {
        BosDescriptor bos = new BosDescriptor(List.of(new Usb20ExtensionDescriptor(Usb20ExtensionDescriptor.LPM)));

        assertThat(bos.bytes().array())
                .containsExactly(
                        5, // bLength
                        15, // bDescriptorType
                        12, // wTotalLength
                        0, 1, // bNumDeviceCaps
                        7, // bLength
                        16, // bDescriptorType
                        2, // bDevCapabilityType
                        0x02, // bmAttributes
                        0, 0, 0);
    }

    @Test
    void withoutCapabilitiesIsItsHeader() {
        assertThat(new BosDescriptor(List.of()).bytes().array()).containsExactly(5, 15, 5, 0, 0);
    }

    @Test
    void countsEveryCapabilityInWTotalLength() {
        BosDescriptor bos = new BosDescriptor(Collections.nCopies(3, LARGEST));

        assertThat(bos.wTotalLength()).isEqualTo(5 + 3 * 255);
        assertThat(bos.bytes().remaining()).isEqualTo(5 + 3 * 255);
    }

    @Test
    void takes255Capabilities() {
        assertThat(new BosDescriptor(Collections.nCopies(255, LARGEST)).wTotalLength())
                .isEqualTo(5 + 255 * 255);
    }

    @Test
    void refuses256Capabilities() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BosDescriptor(Collections.nCopies(256, LARGEST)))
                .withMessageStartingWith("bNumDeviceCaps is 256");
    }

    @Test
    void refusesMoreBytesThanWTotalLengthCanCount() {
        DeviceCapability tooLong = new LongCapability(0xFFFF);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BosDescriptor(List.of(tooLong)))
                .withMessageStartingWith("wTotalLength is 65540");
    }

    private record LongCapability(int bLength) implements DeviceCapability {
        @Override
        public int bDevCapabilityType() {
            return 0;
        }

        @Override
        public void writeCapability(ByteBuffer buffer) {
            buffer.put(new byte[bLength - 3]);
        }
    }
}
