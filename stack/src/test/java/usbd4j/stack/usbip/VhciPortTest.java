package usbd4j.stack.usbip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import usbd4j.stack.descriptor.Speed;

class VhciPortTest {
    /** As Linux 6.1 and 6.12 print it, with one device plugged in. */
    private static final List<String> STATUS = List.of(
            "hub port sta spd dev      sockfd local_busid",
            "hs  0000 006 003 00010001 000007 1-1",
            "hs  0001 004 000 00000000 000000 0-0",
            "",
            "ss  0008 004 000 00000000 000000 0-0");

    @Test
    void theStatusFileTellsThePortsApart() {
        assertThat(VhciPort.read(1, STATUS))
                .containsExactly(
                        new VhciPort(1, 0, false, 1, false),
                        new VhciPort(1, 1, false, 2, true),
                        new VhciPort(1, 8, true, 1, true));
    }

    @Test
    void onlyAPortOfUsb3TakesASuperSpeedDevice() {
        assertThat(new VhciPort(0, 8, true, 1, true).takes(VhciPort.code(Speed.SUPER)))
                .isTrue();
        assertThat(new VhciPort(0, 8, true, 1, true).takes(VhciPort.code(Speed.HIGH)))
                .isFalse();
        assertThat(new VhciPort(0, 0, false, 1, true).takes(VhciPort.code(Speed.FULL)))
                .isTrue();
    }
}
