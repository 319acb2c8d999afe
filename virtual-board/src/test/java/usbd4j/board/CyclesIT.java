package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One process comes back from every detach, not only from the first. */
class CyclesIT {
    /** Given to the JVM of the tests, for a longer run. */
    private static final int CYCLES = Integer.getInteger("usbd4j.cycles", 20);

    @Test
    void comesBackEveryTime() {
        try (RunningDevice device = RunningDevice.configured("--no-will-detach", "--detach-timeout", "10000")) {
            for (int cycle = 1; cycle <= CYCLES; cycle++) {
                try (UsbHost host = UsbHost.of(0x1209, 0x0001)) {
                    RunTime.sendDetach(host, 10_000);
                    host.reset();
                }
                assertThat(device.awaitLine("leaving run-time for DFU mode"))
                        .as("cycle %d of %d", cycle, CYCLES)
                        .contains("bus reset in appDETACH");
                device.awaitLine("configured by the host");
            }
        }
    }
}
