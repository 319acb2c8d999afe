package usbd4j.gadget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import usbd4j.gadget.devicefile.Template;

/** From a template to a device on a command line. */
class DeviceCommandTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void aTemplateIsListedPrintedAndRight(Template template) throws IOException {
        Run printed = Run.usbd4j("device", "template", template.toString());
        Path file = Files.writeString(directory.resolve("device.toml"), printed.out());
        Run check = Run.usbd4j("device", "check", file.toString());

        assertThat(Run.usbd4j("device", "template", "--help").out()).contains("  " + template + " ");
        assertThat(check.status()).as(check.err()).isZero();
        assertThat(check.out()).contains("device.toml is a device file");
    }

    @Test
    void aWrongFileIsAWrongCommandLine() throws IOException {
        Path file = Files.writeString(directory.resolve("device.toml"), "[run-time]\npidd = 1\n");
        Run check = Run.usbd4j("device", "check", file.toString());

        assertThat(check.status()).isEqualTo(2);
        assertThat(check.out()).isEmpty();
        assertThat(check.err()).contains("line 2: there is no run-time.pidd; did you mean run-time.pid?");
    }

    @Test
    void runRefusesAWrongFile() throws IOException {
        Path file = Files.writeString(directory.resolve("device.toml"), "[run-time]\npidd = 1\n");
        Run run = Run.usbd4j("run", "--device", file.toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("line 2: there is no run-time.pidd");
    }

    @Test
    void runTakesWhatTheFileSays() throws IOException {
        // What does not go together is told before anything is done, even where there is no controller.
        Path file = Files.writeString(directory.resolve("device.toml"), "[run-time]\non-detach = \"dfu-mode\"\n");
        Run run = Run.usbd4j("run", "--bus=gadgetfs", "--device", file.toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--on-detach=dfu-mode is not for --bus gadgetfs");
    }

    @Test
    void whatFunctionFsCannotShowIsRefusedBeforeAnythingIsMade() {
        String sentence =
                "usbd4j: this run-time.interface-number is for --bus vhci or usbip: FunctionFS numbers interfaces itself\n";
        Run run = Run.usbd4j("run", "--set", "run-time.interface-number=3");
        Run create = Run.usbd4j("create", "--owner", "root", "--set", "run-time.interface-number=3");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo(sentence);
        assertThat(create.status()).isEqualTo(2);
        assertThat(create.err()).isEqualTo(sentence);
    }

    @Test
    void theCommandLineGoesBeforeTheFile() throws IOException {
        Path file = Files.writeString(directory.resolve("device.toml"), "[run-time]\non-detach = \"reattach\"\n");
        Run run = Run.usbd4j("run", "--on-detach=dfu-mode", "--device", file.toString(), "--bus=gadgetfs");

        assertThat(run.err()).contains("--on-detach=dfu-mode is not for --bus gadgetfs");
    }

    @Test
    void anUnknownTemplateIsNamedAndTheOthersAre() {
        Run run = Run.usbd4j("device", "template", "toaster");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("there is no template \"toaster\", only dfu, two-memories, runtime, dfuse");
    }
}
