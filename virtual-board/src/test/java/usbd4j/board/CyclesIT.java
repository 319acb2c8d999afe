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
                    // Nothing more: the device leaves by itself, and may be gone before it is asked for its state.
                    assertThat(host.control(RunTime.detach(1000))).isPresent();
                    device.awaitLine("leaving run-time for DFU mode");
                    assertCameBack(host, device, cycle);
                }
            }
        }
    }

    private static void assertCameBack(UsbHost before, RunningDevice device, int cycle) {
        // A device that learns of the reset late learns together with it that the host has configured it again.
        // What counts is what comes after it has left.
        device.awaitLine("on the bus as");
        device.awaitLine("configured by the host");
        assertThat(before.errnoOfGetStatus())
                .as("GET_STATUS to the device of before, cycle %d of %d", cycle, Cycles.COUNT)
                .isEqualTo(UsbHost.ENODEV);
        try (UsbHost now = UsbHost.of(0x1209, 0x0001)) {
            assertThat(now.devnum()).as("devnum in cycle %d", cycle).isNotEqualTo(before.devnum());
        }
    }
}
