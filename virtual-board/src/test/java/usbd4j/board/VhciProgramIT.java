package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.gadget.Board;
import usbd4j.stack.usbip.VhciHost;
import usbd4j.stack.usbip.VhciPort;

/** {@code usbd4j run} with {@code vhci-hcd}: the device on the board's own USB, which needs no device controller. */
class VhciProgramIT {
    private static final VhciHost VHCI = new VhciHost(Board.linux().vhci());

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"full", "high", "super"})
    void dfuUtilUpgradesTheDevice(String speed) {
        FirmwareStore store = new FirmwareStore(directory);
        Path firmware = store.firmware(5000);
        try (RunningDevice device =
                store.configuredHere("--bus", "vhci", "--speed", speed, "--set", "dfu-mode.leave-after-detach=1000")) {
            Tool download = Tool.dfuUtil("-d", FirmwareStore.EITHER_MODE, "-R", "-D", firmware.toString());

            assertThat(download.status()).as(download.output()).isZero();
            device.awaitLine("the new firmware has 5000 bytes");
            device.awaitLine("leaving DFU mode for run-time");
            device.awaitLine("configured by the host");
        }
    }

    /** While the host still forgets the one before. */
    @Test
    void aDeviceThatFollowsAnotherAtOnceIsConfigured() {
        for (int device = 1; device <= 3; device++) {
            RunningDevice.configuredHere("--bus", "vhci").close();
        }
    }

    /** Otherwise whoever starts one after another, at another port, finds both. */
    @ParameterizedTest
    @ValueSource(strings = {"full", "high", "super"})
    void theHostHasForgottenADeviceThatHasEnded(String speed) {
        RunningDevice device = RunningDevice.configuredHere("--bus", "vhci", "--speed", speed);
        device.stop();
        assertThat(device.statusAtEnd()).isZero();

        assertThat(UsbHost.knows(0x1209, 0x0001)).isFalse();
    }

    @Test
    void withoutAControllerItIsChosen() {
        try (KernelModules none = KernelModules.without("dummy_hcd");
                RunningDevice device = RunningDevice.start()) {
            device.awaitLine(
                    "no device controller here: the device is plugged into this machine itself, through vhci-hcd");
            device.awaitLine("on the bus as 1209:0001 at vhci_hcd, path ");
            device.awaitLine("configured by the host");
            assertThat(portsInUse()).hasSize(1);
        }
    }

    @Test
    void withoutAControllerAndRootItIsNamed() {
        try (KernelModules none = KernelModules.without("dummy_hcd")) {
            Tool run = Unprivileged.usbd4j("run");

            assertThat(run.output())
                    .startsWith(
                            "usbd4j: There is no USB device controller in /sys/class/udc; as root (sudo), --bus vhci needs none and plugs the device into this machine itself; ")
                    .endsWith(": modprobe dummy_hcd\n");
            assertThat(run.status()).isEqualTo(3);
        }
    }

    @Test
    void aDeviceThatIsKilledIsUnplugged() {
        RunningDevice killed = RunningDevice.configured("--bus", "vhci");
        assertThat(portsInUse()).hasSize(1);

        killed.signal("KILL");
        assertThat(killed.statusAtEnd()).isEqualTo(137);

        Wait.until("the port is free", () -> portsInUse().isEmpty());
        try (RunningDevice next = RunningDevice.configured("--bus", "vhci")) {
            assertThat(portsInUse()).hasSize(1);
        }
        Wait.until("the port is free", () -> portsInUse().isEmpty());
    }

    /** Up to its devices only, so that the board would wake up by itself if it did (Linux, Documentation/power/basic-pm-debugging.rst). */
    @Test
    void theMachineDoesNotSuspendAndTheDeviceGoesOn() {
        Path test = Path.of("/sys/power/pm_test");
        UsbHost.write(test, "devices");
        try (RunningDevice device = RunningDevice.configuredHere("--bus", "vhci")) {
            assertThat(Tool.run("sh", "-c", "echo freeze > /sys/power/state").status())
                    .isNotZero();

            assertThat(Tool.dfuUtil("-l").output()).contains("Found Runtime: [1209:0001]");
            assertThat(Tool.run("dmesg").output()).contains("We have 1 active connection. Do not suspend.");
        } finally {
            UsbHost.write(test, "none");
        }
    }

    @Test
    void itsPortsAreListed() {
        try (RunningDevice device = RunningDevice.configured("--bus", "vhci");
                KernelModules none = KernelModules.without("dummy_hcd")) {
            Tool udcs = Tool.usbd4j("udcs");

            int ports = VHCI.ports().size();
            assertThat(udcs.output())
                    .containsPattern("(?m)^vhci_hcd +%d of %d free +- +super-speed +-$".formatted(ports - 1, ports))
                    .doesNotContain("dummy_udc");
            assertThat(udcs.status()).isZero();
        }
    }

    private static List<VhciPort> portsInUse() {
        return VHCI.ports().stream().filter(each -> !each.isFree()).toList();
    }

    @Test
    void onlyRootPlugsItIn() {
        try (RunningDevice loadsTheModule = RunningDevice.configured("--bus", "vhci")) {
            Tool run = Unprivileged.usbd4j("run", "--bus", "vhci");

            assertThat(run)
                    .isEqualTo(
                            new Tool(
                                    6,
                                    "usbd4j: Only root may plug a device into /sys/devices/platform/vhci_hcd.0; use sudo, or let your user write its file \"attach\"\n"));
        }
    }

    @Test
    void onlyRootLoadsItsModule() {
        try (KernelModules none = KernelModules.without("vhci_hcd")) {
            Tool run = Unprivileged.usbd4j("run", "--bus", "vhci");

            assertThat(run)
                    .isEqualTo(
                            new Tool(
                                    6,
                                    "usbd4j: Only root with CAP_SYS_MODULE may load the module vhci_hcd; use sudo, or have root load it and let your user write its file \"attach\"\n"));
        }
    }

    @Test
    void whatIsForControllersIsRefused() {
        assertThat(Tool.usbd4j("run", "--bus", "vhci", "--udc", "dummy_udc.0"))
                .isEqualTo(new Tool(2, "usbd4j: --udc is for a device controller, and --bus vhci needs none\n"));
        assertThat(Tool.usbd4j("run", "--bus", "vhci", "--wait"))
                .isEqualTo(new Tool(2, "usbd4j: --wait is for a device controller, and --bus vhci needs none\n"));
    }
}
