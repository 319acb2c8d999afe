package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code --wait}: a controller that comes late, goes and comes back, or is somebody else's until then. */
class ControllerWaitIT {
    private static final String NONE = "waiting: There is no USB device controller in /sys/class/udc";
    private static final String CONFIGURED = "configured by the host";

    @AfterEach
    void bind() {
        ControllerDriver.bind();
        assertThat(LeftBehind.look()).isEmpty();
    }

    @Test
    void aModuleThatIsLoadedLaterBringsTheDevice() {
        RunningDevice device;
        try (KernelModules none = KernelModules.without("dummy_hcd")) {
            device = RunningDevice.start("--wait");
            assertThat(device.awaitLine(NONE)).endsWith("modprobe dummy_hcd");
        }
        try (device) {
            device.awaitLine(CONFIGURED);
        }
    }

    @Test
    void sigtermWhileItWaitsForOneThatNeverAppears() {
        RunningDevice device = RunningDevice.start("--wait", "--udc", "nowhere.usb");
        device.awaitLine("waiting: There is no USB device controller \"nowhere.usb\"; there is dummy_udc.0");

        device.signal("TERM");

        assertThat(device.statusAtEnd()).isEqualTo(143);
        assertThat(device.outputAtEnd()).containsOnlyOnce("waiting: ");
    }

    @Test
    void theDeviceComesBackWithItsController() {
        try (RunningDevice device = RunningDevice.configured("--wait");
                UsbHost before = UsbHost.of(0x1209, 0x0001)) {
            ControllerDriver.unbind();
            device.awaitLine("no longer connected to the host");
            device.awaitLine("the USB device controller dummy_udc.0 is gone");
            device.awaitLine(NONE);
            assertThat(LeftBehind.look()).as("while it waits").isEmpty();
            assertThat(before.isGone()).isTrue();

            ControllerDriver.bind();

            device.awaitLine(CONFIGURED);
            assertDetaches(device);
        }
    }

    @Test
    void oneThatIsBackAtOnceIsServedAgain() {
        try (RunningDevice device = RunningDevice.configured("--wait")) {
            for (int i = 0; i < Cycles.COUNT; i++) {
                ControllerDriver.unbind();
                ControllerDriver.bind();
                device.awaitLine("is gone");
                device.awaitLine(CONFIGURED);
            }
        }
    }

    @Test
    void withGadgetFsToo() {
        try (RunningDevice device = RunningDevice.configured("--wait", "--bus", "gadgetfs")) {
            UsbHost.awaitQuiet(0x1209, 0x0001);
            ControllerDriver.unbind();
            device.awaitLine(NONE);
            assertThat(LeftBehind.look()).as("while it waits").isEmpty();

            ControllerDriver.bind();

            device.awaitLine(CONFIGURED);
        }
    }

    @Test
    void withoutRootToo() {
        assertThat(Tool.run("configfs-scripts/create").status()).isZero();
        try {
            RunningDevice device =
                    RunningDevice.configured("--wait", "--functionfs", "/run/usbd4j/usbd4j", "--name", "usbd4j");
            ControllerDriver.unbind();
            device.awaitLine(NONE);
            ControllerDriver.bind();
            device.awaitLine(CONFIGURED);
            device.signal("TERM");
            assertThat(device.statusAtEnd()).isEqualTo(143);
        } finally {
            assertThat(Tool.run("configfs-scripts/remove").status()).isZero();
        }
    }

    @Test
    void theSecondOfTwoTakesOverWhenTheFirstEnds() {
        RunningDevice first = RunningDevice.configured("--name", "first");
        try (RunningDevice second = RunningDevice.start("--name", "second", "--wait")) {
            second.awaitLine("waiting: the controller is held by gadget \"first\"");

            first.signal("TERM");

            assertThat(first.statusAtEnd()).isEqualTo(143);
            second.awaitLine(CONFIGURED);
        }
    }

    @Test
    void theSecondOfTwoLeavesTheControllerToAFirstThatComesBack() {
        try (RunningDevice first = RunningDevice.configured("--name", "first")) {
            RunningDevice second = RunningDevice.start("--name", "second", "--wait");
            try {
                second.awaitLine("waiting: the controller is held by gadget \"first\"");
                assertDetaches(first);
            } finally {
                second.signal("TERM");
            }
            assertThat(second.outputAtEnd()).doesNotContain("on the bus as");
        }
    }

    @Test
    void withoutTheOptionADeviceEndsEvenIfItWasOffTheBus() {
        RunningDevice device = RunningDevice.configured("--set", "off-bus.after-detach=3000");
        assertThat(Tool.dfuUtil("-e", "-d", "1209:0001").status()).isZero();
        device.awaitLine("leaving run-time");
        ControllerDriver.unbind();

        assertThat(device.statusAtEnd()).isEqualTo(8);
        assertThat(device.outputAtEnd()).contains("is gone").doesNotContain("\tat ");
    }

    private static void assertDetaches(RunningDevice device) {
        assertThat(Tool.dfuUtil("-e", "-d", "1209:0001").status()).isZero();
        device.awaitLine("on the bus as");
        device.awaitLine(CONFIGURED);
    }
}
