package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** fwupd recognises the device. It needs the functional descriptor, which the kernel takes from about 6.12 on. */
@DisabledIf("isKernelThatRefusesTheFunctionalDescriptor")
class FwupdIT {
    static boolean isKernelThatRefusesTheFunctionalDescriptor() {
        return System.getProperty("os.version").startsWith("6.1.");
    }

    @Test
    void listsTheDeviceAsUpdatable() {
        assertThat(Tool.run("/lib/systemd/systemd-udevd", "--daemon").status()).isZero();
        try (RunningDevice device = RunningDevice.configured("--release", "2.34")) {
            Tool devices = Tool.run("fwupdtool", "--plugins", "dfu", "get-devices");

            assertThat(devices.output()).contains("DFU test device").contains("Updatable");
        }
    }
}
