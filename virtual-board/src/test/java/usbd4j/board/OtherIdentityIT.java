package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A device in run-time that a fault brings back as another one. */
class OtherIdentityIT {
    @Test
    void itIsAnotherDeviceUntilItLeavesAgain() {
        try (RunningDevice device = RunningDevice.configuredHere(
                "--fault", "on = 'DETACH', nth = 1, do = 'leave', answered = true, away = 300, back-pid = 0xbeef")) {
            Tool.dfuUtil("-d", "1209:0001", "-e");
            device.awaitLine("on the bus as 1209:beef");
            device.awaitLine("configured by the host");
            assertThat(Tool.run("lsusb", "-d", "1209:beef").status()).isZero();
            assertThat(Tool.run("lsusb", "-d", "1209:0001").status()).isNotZero();

            Tool.dfuUtil("-d", "1209:beef", "-e");

            device.awaitLine("on the bus as 1209:0001");
            device.awaitLine("configured by the host");
            assertThat(Tool.run("lsusb", "-d", "1209:0001").status()).isZero();
        }
    }
}
