package usbd4j.stack.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usbd4j.stack.Direction;
import usbd4j.stack.Recipient;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.descriptor.UsbString;
import usbd4j.stack.memory.Host;
import usbd4j.stack.memory.NakException;
import usbd4j.stack.memory.StallException;

class ThermometerTest {
    private static final int ENDPOINT = 0x81;

    private final Host host = Host.attach(new Thermometer());

    @Test
    void returnsTheTemperature() {
        assertThat(host.controlIn(in(1, 2))).containsExactly(0x66, 0x08);
    }

    @Test
    void returnsTheTemperatureThatWasSet() {
        host.controlOut(out(3, 0, 2), (byte) 0x9C, (byte) 0xFF);

        assertThat(host.controlIn(in(1, 2))).containsExactly(0x9C, 0xFF);
    }

    @Test
    void returnsThePlaceThatWasSet() {
        host.controlOut(out(5, 0, 6), "cellar".getBytes(UTF_8));

        assertThat(host.controlIn(in(4, 32))).asString(UTF_8).isEqualTo("cellar");
    }

    @Test
    void isAThermometer() {
        assertThat(new Thermometer().identity().orElseThrow().product()).contains(UsbString.of("Thermometer"));
    }

    @Test
    void sendsNoReportsByDefault() {
        host.advance(ofSeconds(10));

        assertThatExceptionOfType(NakException.class).isThrownBy(() -> host.read(ENDPOINT, 2));
    }

    @Test
    void sendsAReportEachPeriod() {
        host.controlOut(out(2, 500, 0));
        host.advance(ofMillis(500));
        assertThat(host.read(ENDPOINT, 2)).containsExactly(0x66, 0x08);
        host.advance(ofMillis(499));
        assertThatExceptionOfType(NakException.class).isThrownBy(() -> host.read(ENDPOINT, 2));
        host.advance(ofMillis(1));

        assertThat(host.read(ENDPOINT, 2)).hasSize(2);
    }

    @Test
    void doesNotQueueReports() {
        host.controlOut(out(2, 500, 0));
        host.advance(ofSeconds(5));
        host.read(ENDPOINT, 2);

        assertThatExceptionOfType(NakException.class).isThrownBy(() -> host.read(ENDPOINT, 2));
    }

    @Test
    void sendsNoReportsAfterABusReset() {
        host.controlOut(out(2, 500, 0));
        host.reset();
        host.advance(ofSeconds(5));

        assertThatExceptionOfType(NakException.class).isThrownBy(() -> host.read(ENDPOINT, 2));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "3, 1", "3, 3", "5, 0", "5, 33", "6, 0"})
    void stallsAnUnknownRequest(int bRequest, int wLength) {
        assertThatExceptionOfType(StallException.class)
                .isThrownBy(() -> host.controlOut(out(bRequest, 0, wLength), new byte[wLength]));
    }

    private static SetupPacket in(int bRequest, int wLength) {
        return SetupPacket.of(Direction.IN, RequestType.VENDOR, Recipient.INTERFACE, bRequest, 0, 0, wLength);
    }

    private static SetupPacket out(int bRequest, int wValue, int wLength) {
        return SetupPacket.of(Direction.OUT, RequestType.VENDOR, Recipient.INTERFACE, bRequest, wValue, 0, wLength);
    }
}
