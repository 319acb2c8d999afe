package usbd4j.stack.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.memory.Host;
import usbd4j.stack.memory.StallException;

class SourceSinkTest {
    private final Host host = Host.attach(new SourceSink());

    @Test
    void isAnEndlessSourceOfZeros() {
        assertThat(host.read(0x81, 1 << 20)).hasSize(1 << 20).containsOnly(0);
    }

    @Test
    void acceptsAnyAmountOfData() {
        for (int i = 0; i < 100; i++) {
            host.write(0x02, new byte[20_000]);
        }

        assertThat(host.read(0x81, 512)).hasSize(512);
    }

    @ParameterizedTest
    @CsvSource({"0x40, 0xC0, device", "0x41, 0xC1, interface"})
    void returnsTheDataWritten(int write, int read, String recipient) {
        host.controlOut(new SetupPacket(write, 0x5B, 0, 0, 3), (byte) 7, (byte) 8, (byte) 9);

        assertThat(host.controlIn(new SetupPacket(read, 0x5C, 0, 0, 3)))
                .as(recipient)
                .containsExactly(7, 8, 9);
    }

    @Test
    void takesARequestWithoutData() {
        host.controlOut(new SetupPacket(0x40, 0x5B, 0, 0, 0));

        assertThat(host.controlIn(new SetupPacket(0xC0, 0x5C, 0, 0, 0))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0x40, 0x5C, 0", "0xC0, 0x5B, 1", "0x40, 0x5B, 4097", "0x20, 0x5B, 0", "0xC0, 0x5D, 1"})
    void stallsAnythingElse(int bmRequestType, int bRequest, int wLength) {
        SetupPacket setup = new SetupPacket(bmRequestType, bRequest, 0, 0, wLength);

        assertThatExceptionOfType(StallException.class).isThrownBy(() -> host.control(setup, new byte[wLength]));
    }
}
