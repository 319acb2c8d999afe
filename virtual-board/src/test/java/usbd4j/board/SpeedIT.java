package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --speed}: the host sees the device at that speed. */
class SpeedIT {
    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(LeftBehind.look()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "vhci, full, 12",
        "vhci, high, 480",
        "vhci, super, 5000",
        "functionfs, full, 12",
        "functionfs, high, 480"
    })
    void isWhatTheHostSees(String bus, String speed, String megabits) {
        try (RunningDevice device = RunningDevice.configuredHere("--bus", bus, "--speed", speed)) {
            assertThat(device.lastLines()).contains("configured by the host, %s-speed".formatted(speed));
            try (UsbHost host = UsbHost.of(0x1209, 0x0001)) {
                assertThat(host.speed()).isEqualTo(megabits);
            }
        }
    }

    @Test
    void aControllerThatDoesNotHaveItIsNamed() {
        assertThat(Tool.usbd4j("run", "--speed", "super"))
                .isEqualTo(
                        new Tool(
                                2,
                                "usbd4j: --speed: dummy_udc.0 is at most high-speed, and not super-speed; choose another controller with --udc, or another speed\n"));
    }
}
