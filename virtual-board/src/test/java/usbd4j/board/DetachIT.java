package usbd4j.board;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import usbd4j.dfu.DfuState;

/** What makes a device with bitWillDetach 0 leave run-time, and what does not, however much it looks like a bus reset. */
class DetachIT {
    private static final String LEAVING = "leaving run-time for DFU mode";

    @Test
    void aResetWithinTheTimeDetaches() {
        try (RunningDevice device = RunningDevice.configuredHere("--no-will-detach", "--detach-timeout", "10000");
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            RunTime.sendDetach(host, 10_000);

            host.reset();

            device.awaitLine("bus reset in appDETACH: " + LEAVING);
            device.awaitLine("configured by the host");
        }
    }

    @Test
    void aResetInAppIdleDoesNot() {
        try (RunningDevice device = RunningDevice.configuredHere("--no-will-detach");
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            host.reset();

            device.awaitLine("bus reset");
            assertStillInRunTime(device, host);
        }
    }

    @Test
    void aResetAfterTheTimeDoesNot() {
        try (RunningDevice device = RunningDevice.configuredHere("--no-will-detach", "--detach-timeout", "3000");
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            RunTime.sendDetach(host, 3000);
            device.awaitLine("no bus reset in time: back to appIDLE");

            host.reset();

            device.awaitLine("bus reset");
            assertStillInRunTime(device, host);
        }
    }

    @Test
    void theDeviceBoundsTheTimeTheHostAsksFor() {
        try (RunningDevice device = RunningDevice.configuredHere("--no-will-detach", "--detach-timeout", "3000");
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            RunTime.sendDetach(host, 60_000);

            device.awaitLine("appDETACH, waiting for a bus reset for 3000 ms");
            device.awaitLine("no bus reset in time: back to appIDLE");
            assertStillInRunTime(device, host);
        }
    }

    @Test
    void aConfigurationTakenBackDoesNot() {
        try (RunningDevice device = RunningDevice.configuredHere("--no-will-detach", "--detach-timeout", "65535");
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            RunTime.sendDetach(host, 65_535);

            host.release(0);
            host.setConfiguration(0);
            device.awaitLine("deconfigured by the host");
            host.setConfiguration(1);
            device.awaitLine("configured by the host");

            assertThat(RunTime.state(host)).isEqualTo(DfuState.APP_DETACH);
            assertNeverLeft(device);
        }
    }

    @Test
    void anAlternateSettingDoesNot() {
        try (RunningDevice device = RunningDevice.configuredHere("--no-will-detach", "--detach-timeout", "65535");
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            RunTime.sendDetach(host, 65_535);

            host.setInterface(0, 0);

            assertThat(RunTime.state(host)).isEqualTo(DfuState.APP_DETACH);
            assertNeverLeft(device);
        }
    }

    @Test
    void anUnpluggedCableDoesNot() {
        try (RunningDevice device = RunningDevice.configuredHere("--no-will-detach", "--detach-timeout", "65535");
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            RunTime.sendDetach(host, 65_535);

            Cable.unplug();

            device.awaitLine("no longer connected to the host");
            assertNeverLeft(device);
        }
    }

    @Test
    void aProcessThatWasStoppedAcrossTheResetStillDetaches() {
        try (RunningDevice device = RunningDevice.configured("--no-will-detach", "--detach-timeout", "10000");
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            RunTime.sendDetach(host, 10_000);

            device.signal("STOP");
            host.reset();
            device.signal("CONT");

            device.awaitLine(LEAVING);
            device.awaitLine("configured by the host");
        }
    }

    @Test
    void aProcessThatWasStoppedUntilTheTimeWasOverStillDetaches() {
        try (RunningDevice device = RunningDevice.configured("--no-will-detach", "--detach-timeout", "5000");
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            RunTime.sendDetach(host, 5000);
            long granted = System.nanoTime();

            device.signal("STOP");
            host.reset();
            Wait.until("the granted time is over", () -> System.nanoTime() - granted > SECONDS.toNanos(6));
            device.signal("CONT");

            device.awaitLine(LEAVING);
        }
    }

    private static void assertStillInRunTime(RunningDevice device, UsbHost host) {
        assertThat(RunTime.state(host)).isEqualTo(DfuState.APP_IDLE);
        assertNeverLeft(device);
    }

    private static void assertNeverLeft(RunningDevice device) {
        device.stop();
        assertThat(device.outputAtEnd()).doesNotContain(LEAVING);
    }
}
