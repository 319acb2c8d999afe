package usbd4j.stack.gadgetfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbEndpoint;
import usbd4j.stack.descriptor.UsbInterface;

class DeviceBlobTest {
    private static final Descriptors DESCRIPTORS = Descriptors.of(
            Identity.of(0x1209, 0x0001), List.of(UsbInterface.of(0xFF, 0, 0).with(UsbEndpoint.interruptIn(8, 10))));

    @Test
    void hasTheConfigurationAtBothSpeedsAndTheDevice() {
        assertThat(hex(DeviceBlob.of(DESCRIPTORS, AddressMap.AS_DECLARED)))
                .isEqualToIgnoringWhitespace(
                        "00000000" // tag
                                + " 0902 1900 01 01 00 80 32  09040000 01ff0000 00  07058103 0800 0a" // full speed
                                + " 0902 1900 01 01 00 80 32  09040000 01ff0000 00  07058103 0800 07" // high speed
                                + " 12010002 00000040 09120100 00010000 0001");
    }

    @Test
    void hasTheAddressesOfTheController() {
        AddressMap addresses = new AddressChoice(DESCRIPTORS.configuration(), List.of("ep5in-int")).made();

        assertThat(hex(DeviceBlob.of(DESCRIPTORS, addresses)))
                .contains("07058503")
                .doesNotContain("07058103");
    }

    private static String hex(ByteBuffer blob) {
        byte[] bytes = new byte[blob.remaining()];
        blob.get(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
