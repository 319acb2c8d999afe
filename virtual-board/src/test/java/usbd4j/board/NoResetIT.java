package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import usbd4j.dfu.DfuState;

/** In appDETACH the device leaves at a bus reset, and at nothing that looks like one to FunctionFS, on a board that is busy. */
class NoResetIT {
    private static final String ONE_HOUR = "run-time.detach-time=3600000";

    @Test
    void setInterfaceIsNeverTakenForAReset() {
        try (RunningDevice device = RunningDevice.configuredHere("--no-will-detach", "--set", ONE_HOUR);
                Load load = new Load();
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            RunTime.sendDetach(host, 65_535);

            for (int i = 0; i < 10 * Cycles.COUNT; i++) {
                host.setInterface(0, 0);
                assertThat(RunTime.state(host)).as("after SET_INTERFACE %d", i).isEqualTo(DfuState.APP_DETACH);
            }
        }
    }

    @Test
    void aRepeatedSetConfigurationIsNeverTakenForAReset() {
        try (RunningDevice device = RunningDevice.configuredHere("--no-will-detach", "--set", ONE_HOUR);
                Load load = new Load();
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            RunTime.sendDetach(host, 65_535);

            for (int i = 0; i < Cycles.COUNT; i++) {
                // The kernel claims an interface for each request to it, and refuses to configure the device until it
                // is released.
                host.release(0);
                host.setConfigurationAgain();
                assertThat(RunTime.state(host))
                        .as("after SET_CONFIGURATION %d", i)
                        .isEqualTo(DfuState.APP_DETACH);
            }
        }
    }
}
