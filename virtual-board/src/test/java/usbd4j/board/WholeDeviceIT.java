package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program with a bus for whole devices, which hosts see the same on every kernel. */
class WholeDeviceIT {
    @ParameterizedTest
    @ValueSource(strings = {"gadgetfs", "vhci"})
    void dfuUtilSeesTheFunctionalDescriptor(String bus) {
        try (RunningDevice device = RunningDevice.configuredHere("--bus", bus, "--transfer-size", "128")) {
            Tool list = Tool.dfuUtil("-v", "-v", "-l");

            assertThat(list.output())
                    .contains("Found Runtime: [1209:0001]", "name=\"DFU run-time\"", "serial=\"0001\"")
                    .doesNotContain("no DFU functional descriptor");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gadgetfs", "vhci"})
    void detachesAndComesBack(String bus) {
        try (RunningDevice device = RunningDevice.configuredHere("--bus", bus)) {
            Tool detach = Tool.dfuUtil("-e", "-d", "1209:0001");

            device.awaitLine("DETACH (wTimeout 1000) -> done");
            device.awaitLine("leaving run-time for DFU mode");
            device.awaitLine("configured by the host");
            assertThat(detach.status()).as(detach.output()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gadgetfs", "vhci"})
    void hasItsInterfaceNumberAndItsFunctionalDescriptorWhereItIsToldTo(String bus) {
        try (RunningDevice device = RunningDevice.configuredHere(
                "--bus",
                bus,
                "--set=run-time.interface-number=3",
                "--set=run-time.functional-place='before-alternates'")) {
            Tool detach = Tool.dfuUtil("-v", "-e", "-d", "1209:0001");

            assertThat(detach.output()).doesNotContain("no DFU functional descriptor");
            assertThat(detach.status()).as(detach.output()).isZero();
            device.awaitLine("DETACH (wTimeout 1000) -> done");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gadgetfs", "vhci"})
    void aBusResetDetaches(String bus) {
        try (RunningDevice device =
                        RunningDevice.configuredHere("--bus", bus, "--no-will-detach", "--detach-timeout", "10000");
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            RunTime.sendDetach(host, 10_000);

            host.reset();

            device.awaitLine("bus reset in appDETACH: leaving run-time for DFU mode");
            device.awaitLine("configured by the host");
        }
    }
}
