package usbd4j.stack.functionfs;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.NumberedEndpoint;
import usbd4j.stack.descriptor.UsbEndpoint;

class AskedAddressTest {
    @Test
    void anEndpointWhoseClassDoesNotAskMayHaveAny() {
        AskedAddress free = new AskedAddress(1, new NumberedEndpoint(UsbEndpoint.bulkIn(), 0x83));

        assertThatNoException().isThrownBy(() -> free.require(0x81, 0x01));
    }

    @Test
    void anAskedAddressIsRequired() {
        AskedAddress asked =
                new AskedAddress(1, new NumberedEndpoint(UsbEndpoint.bulkIn().at(0x83), 0x83));

        assertThatNoException().isThrownBy(() -> asked.require(0x83, 0x01));
        assertThatExceptionOfType(UsbException.class)
                .isThrownBy(() -> asked.require(0x81, 0x01))
                .withMessageStartingWith("endpoint 0x83 of interface 1 has become 0x81 on this controller");
    }

    @Test
    void aSharedNumberIsRequired() {
        AskedAddress shared =
                new AskedAddress(1, new NumberedEndpoint(UsbEndpoint.bulkIn().sharingNumber(), 0x81));

        assertThatNoException().isThrownBy(() -> shared.require(0x82, 0x02));
        assertThatExceptionOfType(UsbException.class)
                .isThrownBy(() -> shared.require(0x81, 0x02))
                .withMessageStartingWith("endpoint 0x82 of interface 1 has become 0x81")
                .withMessageContaining("for the number of the endpoint before it");
    }
}
