package usbd4j.stack.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsbEndpointTest {
    @Test
    void bulkInAtFullSpeedHasPacketsOf64() {
        assertThat(UsbEndpoint.bulkIn().numbered(1, Speed.FULL).bytes().array())
                .containsExactly(7, 5, 0x81, 2, 64, 0, 0);
    }

    @Test
    void bulkOutAtHighSpeedHasPacketsOf512() {
        assertThat(UsbEndpoint.bulkOut().numbered(2, Speed.HIGH).bytes().array())
                .containsExactly(7, 5, 0x02, 2, 0x00, 0x02, 0);
    }

    @Test
    void interruptAtFullSpeedCountsMilliseconds() {
        assertThat(UsbEndpoint.interruptIn(8, 10)
                        .numbered(3, Speed.FULL)
                        .bytes()
                        .array())
                .containsExactly(7, 5, 0x83, 3, 8, 0, 10);
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "2, 5", "3, 5", "4, 6", "10, 7", "16, 8", "255, 11"})
    void interruptAtHighSpeedIsAPowerOfTwoOfMicroframes(int millis, int bInterval) {
        assertThat(UsbEndpoint.interruptOut(8, millis).numbered(4, Speed.HIGH).bInterval())
                .isEqualTo(bInterval);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65, -1})
    void refusesAnInvalidPacketSize(int packetSize) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UsbEndpoint.interruptIn(packetSize, 1))
                .withMessage("the packet size of an interrupt endpoint is %d; it must be 1 to 64", packetSize);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 256})
    void refusesAnInvalidInterval(int millis) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UsbEndpoint.interruptOut(8, millis))
                .withMessageContaining("interval");
    }

    @Test
    void aBulkEndpointHasNoIntervalOfItsOwn() {
        assertThatIllegalArgumentException().isThrownBy(() -> new UsbEndpoint(true, TransferType.BULK, 512, 0));
    }
}
