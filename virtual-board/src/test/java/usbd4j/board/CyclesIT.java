package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A device comes back from every detach, and its host has seen every time that it was away, on a board that is busy. */
class CyclesIT {
    @Test
    void comesBackFromEveryResetInAppDetach() {
        try (RunningDevice device = RunningDevice.configured("--no-will-detach", "--detach-timeout", "10000");
                Load load = new Load()) {
            for (int cycle = 1; cycle <= Cycles.COUNT; cycle++) {
                try (UsbHost host = UsbHost.of(0x1209, 0x0001)) {
                    RunTime.sendDetach(host, 10_000);
                    host.reset();
                    assertThat(device.awaitLine("leaving run-time for DFU mode"))
                            .as("cycle %d of %d", cycle, Cycles.COUNT)
                            .contains("bus reset in appDETACH");
                    assertCameBack(host, device, cycle);
                }
            }
        }
    }

    @Test
    void comesBackEveryTimeItLeavesByItself() {
        try (RunningDevice device = RunningDevice.configured("--will-detach");
                Load load = new Load()) {
            for (int cycle = 1; cycle <= Cycles.COUNT; cycle++) {
                try (UsbHost host = UsbHost.of(0x1209, 0x0001)) {
                    RunTime.sendDetach(host, 1000);
                    device.awaitLine("leaving run-time for DFU mode");
                    assertCameBack(host, device, cycle);
                }
            }
        }
    }

    private static void assertCameBack(UsbHost before, RunningDevice device, int cycle) {
        device.awaitLine("configured by the host");
        assertThat(before.isGone())
                .as("device of before, cycle %d of %d", cycle, Cycles.COUNT)
                .isTrue();
        try (UsbHost now = UsbHost.of(0x1209, 0x0001)) {
            assertThat(now.devnum()).as("devnum in cycle %d", cycle).isNotEqualTo(before.devnum());
        }
    }
}
