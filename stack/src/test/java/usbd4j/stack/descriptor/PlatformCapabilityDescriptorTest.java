package usbd4j.stack.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Bytes as USB 3.2, table 9-18, WebUSB, "WebUSB Platform Capability Descriptor", and Microsoft OS 2.0 Descriptors, tables 3 and 4, have them. */
class PlatformCapabilityDescriptorTest {
    private static final UUID ANY = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

    @Test
    void hasTheBytesOfTheSpecification() {
        ByteBuffer data = ByteBuffer.wrap(new byte[] {(byte) 0xC0, (byte) 0xC1});

        assertThat(new PlatformCapabilityDescriptor(ANY, data).bytes().array())
                .containsExactly(
                        22, // bLength
                        16, // bDescriptorType
                        5, // bDevCapabilityType
                        0, // bReserved
                        0x33, // PlatformCapabilityUUID
                        0x22, 0x11, 0x00, 0x55, 0x44, 0x77, 0x66, // little-endian so far
                        0x88, 0x99, 0xAA, 0xBB, 0xCC, 0xDD, 0xEE, 0xFF, // big-endian
                        0xC0, // CapabilityData
                        0xC1);
    }

    @Test
    void ofWebUsbHasTheBytesOfWebUsb() {
        assertThat(PlatformCapabilityDescriptor.webUsb(0xF1, 1).bytes().array())
                .containsExactly(
                        0x18, // bLength
                        0x10, // bDescriptorType
                        0x05, // bDevCapabilityType
                        0x00, // bReserved
                        0x38, // PlatformCapabilityUUID
                        0xB6, 0x08, 0x34, 0xA9, 0x09, 0xA0, 0x47, //
                        0x8B, 0xFD, 0xA0, 0x76, 0x88, 0x15, 0xB6, 0x65, //
                        0x00, // bcdVersion
                        0x01, 0xF1, // bVendorCode
                        0x01); // iLandingPage
    }

    @Test
    void ofMicrosoftOs20HasTheBytesOfMicrosoft() {
        assertThat(PlatformCapabilityDescriptor.msOs20(0x06030000, 0x00B2, 0xF0)
                        .bytes()
                        .array())
                .containsExactly(
                        0x1C, // bLength
                        0x10, // bDescriptorType
                        0x05, // bDevCapabilityType
                        0x00, // bReserved
                        0xDF, // PlatformCapabilityUUID
                        0x60, 0xDD, 0xD8, 0x89, 0x45, 0xC7, 0x4C, //
                        0x9C, 0xD2, 0x65, 0x9D, 0x9E, 0x64, 0x8A, 0x9F, //
                        0x00, // dwWindowsVersion
                        0x00, 0x03, 0x06, 0xB2, // wMSOSDescriptorSetTotalLength
                        0x00, 0xF0, // bMS_VendorCode
                        0x00); // bAltEnumCode
    }

    @Test
    void takes235BytesOfData() {
        assertThat(new PlatformCapabilityDescriptor(ANY, ByteBuffer.allocate(235)).bLength())
                .isEqualTo(255);
    }

    @Test
    void refuses236BytesOfData() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlatformCapabilityDescriptor(ANY, ByteBuffer.allocate(236)))
                .withMessage("CapabilityData has 236 bytes; at most 235 are allowed");
    }

    @Test
    void keepsACopyOfTheData() {
        byte[] data = {1};
        PlatformCapabilityDescriptor capability = new PlatformCapabilityDescriptor(ANY, ByteBuffer.wrap(data));
        data[0] = 2;

        assertThat(capability.capabilityData().get()).isEqualTo((byte) 1);
    }

    @Test
    void givesItsDataToReadOnlyAndMoreThanOnce() {
        PlatformCapabilityDescriptor capability = new PlatformCapabilityDescriptor(ANY, ByteBuffer.allocate(1));
        ByteBuffer data = capability.capabilityData();

        assertThat(data.get()).isZero();
        assertThat(capability.capabilityData().remaining()).isEqualTo(1);
        assertThat(catchThrowable(() -> data.put(0, (byte) 1))).isInstanceOf(ReadOnlyBufferException.class);
    }

    @Test
    void checksTheFieldsOfWebUsb() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlatformCapabilityDescriptor.webUsb(256, 1))
                .withMessageStartingWith("bVendorCode is 256");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlatformCapabilityDescriptor.webUsb(1, 256))
                .withMessageStartingWith("iLandingPage is 256");
    }

    @Test
    void checksTheFieldsOfMicrosoftOs20() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlatformCapabilityDescriptor.msOs20(-1, 10, 1))
                .withMessageStartingWith("dwWindowsVersion is -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlatformCapabilityDescriptor.msOs20(0, 0x10000, 1))
                .withMessageStartingWith("wMSOSDescriptorSetTotalLength is 65536");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlatformCapabilityDescriptor.msOs20(0, 10, 256))
                .withMessageStartingWith("bMS_VendorCode is 256");
    }
}
