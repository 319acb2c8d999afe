package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What boards in the field go through: clocks that jump, cards that are full or read-only, kernels with less in them. */
class FieldIT {
    private static final Duration YEARS = Duration.ofDays(20 * 365);
    private static final String RUN_TIME = "on the bus as 1209:0001";
    private static final String CONFIGURED = "configured by the host";
    private static final Path PROBES = Path.of("/sys/bus/event_source/devices/kprobe");

    @TempDir
    private Path directory;

    private FirmwareStore store;
    private SmallDisk disk;

    @BeforeEach
    void mount() throws IOException {
        store = new FirmwareStore(directory);
        disk = SmallDisk.mountedAt(store.store());
    }

    @AfterEach
    void unmount() {
        disk.unmount();
        assertThat(LeftBehind.look()).isEmpty();
    }

    @Test
    void aClockThatJumpsIsNotNoticed() {
        try (Clock clock = new Clock();
                RunningDevice device = store.configured()) {
            for (Duration jump : List.of(YEARS, YEARS.multipliedBy(-2), Duration.ofHours(5))) {
                upgrade(device, 5000);
                assertThat(Tool.dfuUtil("-e", "-d", "1209:0001").status()).isZero();
                device.awaitLine("on the bus as 1209:0002");
                clock.jump(jump);
                device.awaitLine(CONFIGURED);
            }
            upgrade(device, 6000);
        }
    }

    @Test
    void aClockThatJumpsEndsNoAppDetachAndProlongsNone() {
        try (Clock clock = new Clock();
                RunningDevice device = RunningDevice.configured("--no-will-detach", "--detach-timeout", "10000");
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            for (Duration jump : List.of(YEARS, YEARS.negated())) {
                RunTime.sendDetach(host, 5000);
                clock.jump(jump);
                assertThat(RunTime.state(host)).isEqualTo(usbd4j.dfu.DfuState.APP_DETACH);
                device.awaitLine("appIDLE");
            }
        }
    }

    @Test
    void aCardThatIsReadOnlyServesItsFirmwareAndTakesNoOther() throws IOException {
        Path old = store.firmware(5000);
        try (RunningDevice device = store.configured()) {
            upgrade(device, 5000);
        }
        Tool.succeed("mount", "-o", "remount,ro", store.store());
        try (RunningDevice device = store.configured()) {
            assertRefusesFirmware();
            device.awaitLine("Read-only file system");
        }
        assertThat(store.stored("firmware")).hasBinaryContent(Files.readAllBytes(old));
        Tool.succeed("mount", "-o", "remount,rw", store.store());
    }

    @Test
    void aRootThatIsReadOnlyWithoutAStore() {
        Tool.succeed("mount", "-o", "remount,ro", store.store());
        try (RunningDevice device = store.configured()) {
            assertRefusesFirmware();
        }
    }

    @Test
    void aCardThatIsFullFromTheStart() throws IOException {
        Tool fill = Tool.run("dd", "if=/dev/zero", "of=" + store.store() + "/filler");
        assertThat(fill.output()).contains("No space left on device");

        try (RunningDevice device = store.configured()) {
            assertRefusesFirmware();
            Files.delete(Path.of(store.store(), "filler"));
            upgrade(device, 5000);
        }
    }

    @Test
    void aKernelWithoutProbes() {
        Tool.succeed("mount", "-t", "tmpfs", "nothing", PROBES.toString());
        try {
            try (RunningDevice device = store.configured()) {
                upgrade(device, 5000);
            }
            try (RunningDevice device = RunningDevice.configured("--no-will-detach")) {
                assertThat(Tool.dfuUtil("-e", "-d", "1209:0001").status()).isZero();
                device.awaitLine("bus reset in appDETACH");
                device.awaitLine(CONFIGURED);
            }
        } finally {
            Tool.succeed("umount", PROBES.toString());
        }
    }

    @Test
    void aCableThatIsPulledAtAnyMoment() {
        try (RunningDevice device = store.configured()) {
            for (int i = 0; i < Cycles.COUNT; i++) {
                Cable.replug();
            }
            UsbHost.awaitQuiet(0x1209, 0x0001);
            upgrade(device, 5000);
        }
    }

    @Test
    void aControllerThatComesBackServesTheFirmwareInRunTime() throws IOException {
        try (RunningDevice device = store.configured("--wait")) {
            upgrade(device, 5000);
            assertThat(Tool.dfuUtil("-e", "-d", "1209:0001").status()).isZero();
            device.awaitLine("on the bus as 1209:0002");
            device.awaitLine(CONFIGURED);
            ControllerDriver.unbind();
            device.awaitLine("waiting: There is no USB device controller");

            ControllerDriver.bind();

            device.awaitLine(RUN_TIME);
            device.awaitLine(CONFIGURED);
            upgrade(device, 6000);
        }
        assertThat(store.stored("firmware")).hasBinaryContent(Files.readAllBytes(store.firmware(6000)));
    }

    private void upgrade(RunningDevice device, int length) {
        Tool download = download(length);
        assertThat(download.output()).contains("Done!");
        device.awaitLine(RUN_TIME);
        device.awaitLine(CONFIGURED);
    }

    private void assertRefusesFirmware() {
        Tool download = download(6000);
        assertThat(download.output()).contains("status(3)");
        assertThat(download.status()).isNotZero();
    }

    private Tool download(int length) {
        return Tool.dfuUtil(
                "-d",
                FirmwareStore.EITHER_MODE,
                "-R",
                "-D",
                store.firmware(length).toString());
    }
}
