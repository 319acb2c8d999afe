package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Other functions than DFU, served by the program. */
class ClassIT {
    @Test
    void loopbackSendsBackWhatTheHostWrites() {
        try (RunningDevice device = RunningDevice.configured("--class", "loopback");
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            host.write((byte) 1, (byte) 2, (byte) 3);

            assertThat(host.read(512)).containsExactly(1, 2, 3);
        }
    }
}
