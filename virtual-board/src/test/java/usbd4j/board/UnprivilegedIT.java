package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device that root creates, and another user serves. */
class UnprivilegedIT {
    private static final Path GADGETS = Path.of("/sys/kernel/config/usb_gadget");
    private static final List<String> WITH_PERFMON = List.of(
            "setpriv",
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups",
            "--no-new-privs",
            "--inh-caps=-all,+perfmon",
            "--ambient-caps=-all,+perfmon",
            "--bounding-set=-all,+perfmon");

    private static final String[] DFU_MODE = {"--on-detach", "dfu-mode"};

    @TempDir
    private Path directory;

    private final List<RunningDevice> started = new ArrayList<>();

    @AfterEach
    void remove() {
        started.forEach(RunningDevice::kill);
        assertThat(Tool.usbd4j("remove").status()).isZero();
        assertThat(LeftBehind.look()).isEmpty();
    }

    @Tag("short")
    @Test
    void takesFirmwareInDfuModeAndComesBackWithItsRelease() throws IOException {
        Path firmware = Files.writeString(directory.resolve("firmware"), "version=2.34".repeat(2000));
        Unprivileged.create(DFU_MODE);

        RunningDevice device = start("--set", "dfu-mode.release-pattern='version=([0-9.]+)'");
        device.awaitLine("configured by the host");
        assertThat(Tool.dfuUtil("-l").output()).contains("Found Runtime: [1209:0001] ver=0100");
        assertThat(Tool.dfuUtil("-e", "-d", "1209:0001").status()).isZero();
        device.awaitLine("on the bus as 1209:0002");
        device.awaitLine("configured by the host");
        // Linux 6.1 does not show the functional descriptor, which tells the transfer size.
        Tool download = Tool.dfuUtil("-t", "4096", "-d", ",1209:0002", "-R", "-D", firmware.toString());
        assertThat(download.output()).contains("Download done.");
        device.awaitLine("on the bus as 1209:0001");
        device.awaitLine("configured by the host");

        assertThat(Tool.dfuUtil("-l").output()).contains("Found Runtime: [1209:0001] ver=0234");
        device.signal("TERM");
        assertThat(device.statusAtEnd()).isEqualTo(143);
        assertThat(Tool.usbd4j("remove")).isEqualTo(new Tool(0, "removed gadget \"usbd4j\"\n"));
    }

    @Test
    void isCreatedAndServedAgainAfterSigkill() throws IOException {
        Unprivileged.create(DFU_MODE);
        RunningDevice killed = start();
        killed.awaitLine("configured by the host");
        killed.signal("KILL");
        assertThat(killed.statusAtEnd()).isEqualTo(137);

        Unprivileged.create(DFU_MODE);
        RunningDevice again = start();
        again.awaitLine("configured by the host");
        again.signal("TERM");

        assertThat(again.statusAtEnd()).isEqualTo(143);
    }

    @Test
    void theUserMayDoNoMoreThanServe() {
        Unprivileged.create(DFU_MODE);
        for (String gadget : List.of("usbd4j", "usbd4j.dfu")) {
            Path root = GADGETS.resolve(gadget);

            assertThat(Tool.run(List.of("find", root.toString(), "-user", "nobody"))
                            .output()
                            .lines())
                    .containsExactlyInAnyOrder(root + "/UDC", root + "/bcdDevice");
        }
        assertThat(Tool.run("find", "/run/usbd4j", "-user", "nobody").output().lines())
                .containsExactlyInAnyOrder(
                        "/run/usbd4j/usbd4j",
                        "/run/usbd4j/usbd4j/ep0",
                        "/run/usbd4j/usbd4j.dfu",
                        "/run/usbd4j/usbd4j.dfu/ep0");
    }

    @Test
    void whatIsNotCreatedIsNotServed() {
        assertFails(
                11,
                "There is no FunctionFS mounted at /run/usbd4j/usbd4j: it has no ep0. \"usbd4j create\"",
                Unprivileged.run());
    }

    @Test
    void withoutAGadgetForDfuModeItDoesNotBegin() throws IOException {
        Unprivileged.create();

        assertFails(
                11,
                "There is no FunctionFS mounted at /run/usbd4j/usbd4j.dfu",
                Unprivileged.run("--on-detach", "dfu-mode", "--store", store()));
    }

    @Test
    void createdForAnotherDevice() {
        Unprivileged.create();

        assertFails(
                11,
                "/run/usbd4j/usbd4j.created-for has idProduct 0x0001, and this run idProduct 0x0003",
                Unprivileged.run("--pid", "0003"));
    }

    @Test
    void createdForAnotherUser() {
        Unprivileged.create();

        assertFails(6, "No permission to look into /run/usbd4j/usbd4j (EACCES)", Unprivileged.runAs("daemon"));
    }

    @Test
    void onlyRootCreates() {
        Tool create = Tool.run(Tool.join(
                Tool.join(List.of("setpriv", "--reuid=65534", "--clear-groups"), RunningDevice.PROGRAM.get(0)),
                "create",
                "--owner",
                "nobody"));

        assertFails(6, "EACCES, permission denied", create);
    }

    @Test
    void whatIsServedIsNeitherCreatedAgainNorRemoved() {
        Unprivileged.create();
        RunningDevice device = started(Unprivileged.start());
        device.awaitLine("configured by the host");

        String inUse = "Gadget \"usbd4j\" is in use: it is bound to dummy_udc.0";
        assertFails(7, inUse, Tool.usbd4j("create", "--owner", "nobody"));
        assertFails(7, inUse, Tool.usbd4j("remove"));

        device.signal("TERM");
        assertThat(device.statusAtEnd()).isEqualTo(143);
    }

    @Test
    void aControllerThatIsGoneIsNamed() {
        Unprivileged.create();
        try (KernelModules none = KernelModules.without("dummy_hcd")) {
            assertFails(3, "There is no USB device controller", Unprivileged.run());
        }
    }

    @Test
    void withTheCapabilityPerfmonItIsToldOfResetsAsRootIs() throws IOException {
        // With Debian's 3 the capability is of no use.
        Path paranoid = Path.of("/proc/sys/kernel/perf_event_paranoid");
        String before = Files.readString(paranoid);
        Files.writeString(paranoid, "2\n");
        try {
            Unprivileged.create();
            RunningDevice device = started(RunningDevice.startAs(Unprivileged.command(WITH_PERFMON, "--verbose")));
            device.awaitLine("configured by the host");
            device.signal("TERM");

            assertThat(device.outputAtEnd()).doesNotContain("cannot watch the kernel");
            assertThat(device.statusAtEnd()).isEqualTo(143);
        } finally {
            Files.writeString(paranoid, before);
        }
    }

    private RunningDevice start(String... options) throws IOException {
        return started(Unprivileged.start(Tool.join(List.of("--on-detach", "dfu-mode", "--store", store()), options)
                .toArray(String[]::new)));
    }

    private RunningDevice started(RunningDevice device) {
        started.add(device);
        return device;
    }

    /** {@return a folder of the user's own} */
    private String store() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path store = directory.resolve("store");
        assertThat(Tool.run("install", "-d", "-o", "nobody", store.toString()).status())
                .isZero();
        return store.toString();
    }

    private static void assertFails(int status, String sentence, Tool run) {
        assertThat(run.output()).startsWith("usbd4j: ").contains(sentence).doesNotContain("\tat ");
        assertThat(run.status()).isEqualTo(status);
    }
}
