package usbd4j.stack.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsbEndpointTest {
    @Test
    void bulkInAtFullSpeedHasPacketsOf64() {
        assertThat(UsbEndpoint.bulkIn().addressed(0x81, Speed.FULL).bytes().array())
                .containsExactly(7, 5, 0x81, 2, 64, 0, 0);
    }

    @Test
    void bulkOutAtHighSpeedHasPacketsOf512() {
        assertThat(UsbEndpoint.bulkOut().addressed(0x02, Speed.HIGH).bytes().array())
                .containsExactly(7, 5, 0x02, 2, 0x00, 0x02, 0);
    }

    @Test
    void interruptAtFullSpeedCountsMilliseconds() {
        assertThat(UsbEndpoint.interruptIn(8, 10)
                        .addressed(0x83, Speed.FULL)
                        .bytes()
                        .array())
                .containsExactly(7, 5, 0x83, 3, 8, 0, 10);
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "2, 5", "3, 5", "4, 6", "10, 7", "16, 8", "255, 11"})
    void interruptAtHighSpeedIsAPowerOfTwoOfMicroframes(int millis, int bInterval) {
        assertThat(UsbEndpoint.interruptOut(8, millis)
                        .addressed(0x04, Speed.HIGH)
                        .bInterval())
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
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new UsbEndpoint(true, TransferType.BULK, 512, 0, Optional.empty(), OptionalInt.empty(), false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UsbEndpoint.bulkIn().atHighSpeed(512, 1, 1));
    }

    @Test
    void isochronousAtFullSpeedIsAPowerOfTwoOfFrames() {
        assertThat(UsbEndpoint.isochronousIn(1023, 4)
                        .addressed(0x83, Speed.FULL)
                        .bytes()
                        .array())
                .containsExactly(7, 5, 0x83, 1, 0xFF, 0x03, 3);
    }

    @Test
    void isochronousAtHighSpeedIsAPowerOfTwoOfMicroframes() {
        assertThat(UsbEndpoint.isochronousOut(192, 1)
                        .addressed(0x03, Speed.HIGH)
                        .bytes()
                        .array())
                .containsExactly(7, 5, 0x03, 1, 192, 0, 4);
    }

    @Test
    void additionalTransactionsAreInTheMaximumPacketSizeAtHighSpeed() {
        EndpointDescriptor descriptor =
                UsbEndpoint.isochronousIn(512, 1).atHighSpeed(1024, 3, 1).addressed(0x81, Speed.HIGH);

        assertThat(descriptor.bytes().array()).containsExactly(7, 5, 0x81, 1, 0x00, 0x14, 1);
        assertThat(descriptor.packetSize()).isEqualTo(1024);
        assertThat(descriptor.bytesPerInterval()).isEqualTo(3072);
    }

    @Test
    void additionalTransactionsAreABurstAtSuperSpeed() {
        UsbEndpoint endpoint = UsbEndpoint.isochronousIn(512, 1).atHighSpeed(600, 2, 8);

        assertThat(endpoint.addressed(0x81, Speed.SUPER).bytes().array()).containsExactly(7, 5, 0x81, 1, 0x00, 0x04, 4);
        assertThat(endpoint.companion().bytes().array()).containsExactly(6, 48, 1, 0, 0xB0, 0x04);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1025, 1", "512, 2", "682, 3", "1024, 0", "1024, 4"})
    void refusesPacketsThatHighSpeedDoesNotAllow(int packetSize, int transactions) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UsbEndpoint.isochronousIn(512, 1).atHighSpeed(packetSize, transactions, 1))
                .withMessageContaining("UsbEndpoint.atHighSpeed(): ");
    }

    @Test
    void refusesAnInvalidIsochronousPacketSize() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UsbEndpoint.isochronousOut(1024, 1))
                .withMessage("the packet size of an isochronous endpoint is 1024; it must be 1 to 1023");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x80, 0x90, 0x00, 0x10, 0x181, -1})
    void refusesAnAddressWithoutANumberFrom1To15(int address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UsbEndpoint.bulkIn().at(address))
                .withMessageContaining("an endpoint's number is 1 to 15");
    }

    @Test
    void refusesAnAddressOfTheOtherDirection() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UsbEndpoint.bulkIn().at(0x01))
                .withMessage("UsbEndpoint.at(0x01): the endpoint is an IN endpoint");
    }
}
