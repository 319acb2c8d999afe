package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** dfu-util against the device, as a user would. */
class DfuUtilIT {
    @Test
    void listsTheDevice() {
        try (RunningDevice device = RunningDevice.configured("--serial", "A1", "--release", "2.34")) {
            Tool list = Tool.dfuUtil("-l");

            assertThat(list.output())
                    .contains("Found Runtime: [1209:0001] ver=0234")
                    .contains("intf=0", "alt=0", "name=\"DFU run-time\"", "serial=\"A1\"");
            assertThat(list.status()).isZero();
        }
    }

    @Test
    void detachesADeviceThatDetachesByItself() {
        try (RunningDevice device = RunningDevice.configured("--will-detach")) {
            Tool detach = Tool.dfuUtil("-e", "-d", "1209:0001");

            device.awaitLine("DETACH (wTimeout 1000) -> done");
            device.awaitLine("leaving run-time for DFU mode");
            device.awaitLine("on the bus");
            device.awaitLine("configured by the host");
            assertThat(detach.status()).as(detach.output()).isZero();
        }
    }

    @Test
    @Tag("short")
    void detachesADeviceThatWaitsForABusReset() {
        try (RunningDevice device = RunningDevice.configured("--no-will-detach")) {
            Tool detach = Tool.dfuUtil("-e", "-d", "1209:0001");

            device.awaitLine("DETACH (wTimeout 1000) -> done");
            device.awaitLine("bus reset");
            device.awaitLine("bus reset in appDETACH: leaving run-time for DFU mode");
            device.awaitLine("configured by the host");
            assertThat(detach.status()).as(detach.output()).isZero();
        }
    }

    @Test
    @Tag("short")
    void detachesTheDfuInterfaceOfACompositeDevice() {
        try (RunningDevice device = RunningDevice.configured("--with-function", "acm.usb0")) {
            Tool list = Tool.dfuUtil("-l");
            Tool detach = Tool.dfuUtil("-e", "-d", "1209:0001");

            assertThat(list.output()).contains("Found Runtime: [1209:0001]").contains("intf=2");
            device.awaitLine("DETACH (wTimeout 1000) -> done");
            device.awaitLine("leaving run-time for DFU mode");
            device.awaitLine("configured by the host");
            assertThat(detach.status()).as(detach.output()).isZero();
        }
    }
}
