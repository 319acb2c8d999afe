package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.gadget.Board;
import usbd4j.stack.usbip.VhciHost;

/** Other people's test suites, with JUnit and with pytest, on devices that they plug in themselves. */
class HostToolSuitesIT {
    private static final String VHCI = "vhci_hcd";
    private static final Path PYTEST = Path.of("clients/pytest").toAbsolutePath();
    private static final String NO_VHCI = "The kernel has no vhci-hcd (module vhci_hcd, CONFIG_USBIP_VHCI_HCD); ";

    @TempDir
    private Path directory;

    @AfterEach
    void nothingIsLeftBehind() {
        VhciHost host = new VhciHost(Board.linux().vhci());
        if (host.isLoaded()) {
            assertThat(host.ports()).allMatch(each -> each.isFree());
        }
        assertThat(filesOfDevices()).isEmpty();
    }

    private static List<Path> filesOfDevices() {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(each -> each.getFileName().toString().startsWith("usbd4j-"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Tag("short")
    void aJUnitTestUpgradesADevice() {
        Tool tests = junit(List.of(), "--select-class=usbd4j.junit.example.UpgradeExample");

        assertThat(tests.status()).as(tests.output()).isZero();
        assertThat(tests.output()).contains("[         1 tests successful      ]");
    }

    @Test
    void aJUnitTestThatFailsShowsTheTranscript() {
        Tool tests = junit(List.of(), "--select-class=usbd4j.board.SuiteThatFails");

        assertThat(tests.status()).as(tests.output()).isEqualTo(1);
        assertThat(tests.output())
                .contains("[         3 tests failed          ]", "[         1 tests successful      ]")
                .contains("no line with \"DNLOAD\" came within 0.2 seconds; the device logged:\n")
                .containsPattern("Suppressed: .*DeviceTranscript: 1209:4321 at \\d+-\\d+; the device logged:\n")
                .containsPattern("\n +\\d\\d:\\d\\d:\\d\\d\\.\\d{3} configured by the host, high-speed\n")
                .contains("@UsbDeviceUnderTest of asksForWhatThereIsNot(DeviceUnderTest): --set run-time.vidd: ");
    }

    @Test
    void withoutVhciAJUnitTestSaysWhatToDo() throws IOException {
        try (KernelModules without = KernelModules.without(VHCI)) {
            Tool tests = junit(
                    List.of("env", KernelModules.pathWithoutModprobe(directory)),
                    "--select-method=usbd4j.board.SuiteThatFails#waitsInVain(usbd4j.junit.DeviceUnderTest)",
                    "--select-method=usbd4j.board.SuiteThatFails#isSkippedWithoutVhci(usbd4j.junit.DeviceUnderTest)");

            assertThat(tests.status()).as(tests.output()).isEqualTo(1);
            assertThat(tests.output())
                    .contains("[         1 tests failed          ]", "[         1 tests aborted         ]")
                    .contains(NO_VHCI);
        }
    }

    @Test
    @Tag("short")
    void aPytestUpgradesADevice() {
        Tool tests = pytest(List.of(), PYTEST.resolve("test_upgrade.py"));

        assertThat(tests.status()).as(tests.output()).isZero();
        assertThat(tests.output()).contains("1 passed");
    }

    @Test
    void aPytestThatFailsShowsTheTranscript() {
        Tool tests = pytest(List.of(), suite("""
                def test_waits_in_vain(usb_device):
                    usb_device().wait_for("DNLOAD", timeout=0.2)

                def test_compares_what_is_not_equal(usb_device):
                    assert usb_device().vid == 0x1234

                def test_asks_for_what_there_is_not(usb_device):
                    usb_device(settings=["run-time.vidd=1"])
                """));

        assertThat(tests.status()).as(tests.output()).isEqualTo(1);
        assertThat(tests.output())
                .contains("3 failed")
                .contains("no line with \"DNLOAD\" came within 0.2 seconds; the device logged:\n")
                .containsPattern("Captured stdout teardown -+\n.* on the bus as 1209:0001 at vhci_hcd, path \\d+-\\d+;")
                .contains("usbd4j ended with status 2: usbd4j: --set run-time.vidd: ");
    }

    @Test
    void withoutVhciAPytestSaysWhatToDo() throws IOException {
        Path suite = suite("""
                def test_fails(usb_device):
                    usb_device()

                def test_is_skipped(usb_device):
                    usb_device(required=False)
                """);
        try (KernelModules without = KernelModules.without(VHCI)) {
            Path programs = Files.createDirectory(directory.resolve("programs"));
            Tool tests = pytest(List.of("env", KernelModules.pathWithoutModprobe(programs)), suite);

            assertThat(tests.status()).as(tests.output()).isEqualTo(1);
            assertThat(tests.output())
                    .contains("1 failed, 1 skipped")
                    .doesNotContain("During handling of the above exception")
                    .contains("usbd4j ended with status 5: usbd4j: " + NO_VHCI);
        }
    }

    @Test
    void whomRootAllowsToRunsTheSuiteHimself() {
        Tool.succeed("docs/ci/allow-vhci", "plugdev");
        Tool tests = pytest(
                List.of(
                        "setpriv",
                        "--reuid=nobody",
                        "--regid=nogroup",
                        "--groups=plugdev",
                        "--no-new-privs",
                        "--bounding-set=-all",
                        "env",
                        "HOME=/nonexistent"),
                PYTEST.resolve("test_upgrade.py"));

        assertThat(tests.status()).as(tests.output()).isZero();
        assertThat(tests.output()).contains("1 passed");
    }

    @Test
    void theRightComesBackWithTheModule() {
        Tool.succeed("docs/ci/allow-vhci", "plugdev");
        try (KernelModules without = KernelModules.without(VHCI)) {
            assertThat(Board.linux().vhci()).doesNotExist();
        }
        Tool.succeed("udevadm", "settle");

        assertThat(Tool.run("stat", "-c", "%a %G", Board.linux().vhci() + "/attach"))
                .isEqualTo(new Tool(0, "220 plugdev\n"));
    }

    private static Tool junit(List<String> environment, String... selection) {
        return Tool.run(Tool.join(
                Tool.join(
                        environment,
                        "java",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.junit.platform.console.ConsoleLauncher",
                        "execute",
                        "--disable-banner",
                        "--disable-ansi-colors"),
                selection));
    }

    private static Tool pytest(List<String> environment, Path tests) {
        return Tool.run(Tool.join(
                environment,
                "/usr/bin/env",
                "USBD4J=" + RunningDevice.PROGRAM.get(0),
                "PYTHONPATH=" + PYTEST,
                "PYTHONDONTWRITEBYTECODE=1",
                "/usr/bin/python3",
                "-m",
                "pytest",
                "-p",
                "no:cacheprovider",
                tests.toString()));
    }

    /** {@return a file of tests, beside a conftest.py as usbd4j.py asks for} */
    private Path suite(String tests) {
        try {
            Files.copy(PYTEST.resolve("conftest.py"), directory.resolve("conftest.py"));
            return Files.writeString(directory.resolve("test_suite.py"), tests);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
