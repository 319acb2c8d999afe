package usbd4j.gadget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import usbd4j.gadget.devicefile.BuiltIn;
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

    static List<String> profiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "profiles"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".toml"))
                    .map(name -> name.replace(".toml", ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theListHasEachProfileOfTheFolder() throws IOException {
        assertThat(BuiltIn.profiles())
                .as("profiles/names.txt")
                .extracting(BuiltIn::name)
                .containsExactlyElementsOf(profiles());
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aProfileIsListedPrintedAndRight(String name) throws IOException {
        Path file = Path.of("..", "profiles", name + ".toml");
        String first = Files.readAllLines(file).get(0);

        assertThat(Run.usbd4j("device", "list").out())
                .contains("  " + name + " ")
                .contains("  " + first.substring(2, first.length() - 1) + "\n");
        assertThat(Run.usbd4j("device", "show", name).out()).isEqualTo(Files.readString(file));
        assertThat(Run.usbd4j("device", "check", file.toString()).err()).isEmpty();
        assertThat(Run.usbd4j("device", "check", name).err()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aProfileTellsWhereItIsReported(String name) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", "profiles", name + ".toml"));

        assertThat(lines.get(0)).as("one sentence").matches("# .*\\.");
        assertThat(lines).anyMatch(line -> line.startsWith("# Source: "));
        assertThat(lines).anyMatch(line -> line.startsWith("# Since: ") || line.startsWith("# Known for: "));
        assertThat(lines).anyMatch(line -> line.startsWith("# Try: "));
    }

    @Test
    void aTemplateIsShownAndListed() {
        assertThat(Run.usbd4j("device", "list").out()).contains("  two-memories ");
        assertThat(Run.usbd4j("device", "show", "dfuse").out())
                .isEqualTo(Run.usbd4j("device", "template", "dfuse").out());
    }

    @Test
    void aMistypedNameIsToldWithTheOneThatWasMeant() {
        Run show = Run.usbd4j("device", "show", "dfusee");
        Run run = Run.usbd4j("run", "--device", "two-memorie");
        Run check = Run.usbd4j("device", "check", "quite-another-thing");

        assertThat(show.status()).isEqualTo(2);
        assertThat(show.err()).contains("there is no template or profile \"dfusee\"; did you mean dfuse?\n");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .contains("there is no device file two-memorie, and no template or profile of that name;"
                        + " did you mean two-memories?\n");
        assertThat(check.status()).isEqualTo(2);
        assertThat(check.err()).contains("\"usbd4j device list\" lists them\n");
    }

    @Test
    void runTakesANameThatComesWithTheProgram() {
        Run run = Run.usbd4j("run", "--bus=gadgetfs", "--device", "dfu");

        assertThat(run.err()).contains("--on-detach=dfu-mode is not for --bus gadgetfs");
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
