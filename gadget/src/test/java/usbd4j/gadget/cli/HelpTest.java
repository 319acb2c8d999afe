package usbd4j.gadget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import usbd4j.gadget.ExitStatus;

/** The program is learned from its help. */
class HelpTest {
    @ParameterizedTest
    @ValueSource(strings = {"run", "device", "udcs", "remove"})
    void namesEveryCommand(String command) {
        assertThat(Run.usbd4j("--help").out()).containsPattern("(?m)^  " + command + " ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--device",
                "--udc",
                "--bus",
                "--name",
                "--store",
                "--functionfs",
                "--class",
                "--quiet",
                "--verbose",
                "--vid",
                "--pid",
                "--release",
                "--manufacturer",
                "--product",
                "--serial",
                "--[no-]will-detach",
                "--detach-timeout",
                "--transfer-size",
                "--memory",
                "--on-detach",
                "--with-function",
                "--[no-]winusb",
                "--landing-page",
                "--set",
                "--help"
            })
    void ofRunNamesEveryOption(String option) {
        assertThat(Run.usbd4j("run", "--help").out()).contains(option);
    }

    @Test
    void explainsEveryOptionOfEveryCommand() {
        assertThat(Main.commandLine().getSubcommands().values())
                .flatExtracting(command -> command.getCommandSpec().options())
                .allSatisfy(option -> assertThat(String.join("", option.description()))
                        .as(option.longestName())
                        .isNotBlank());
    }

    @Test
    void ofRunLeavesNoPlaceholderUnfilled() {
        assertThat(Run.usbd4j("run", "--help").out()).doesNotContain("${").doesNotContain("null");
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryExitStatus(ExitStatus status) {
        assertThat(Run.usbd4j("--help").out())
                .contains(" " + status.code() + " ")
                .contains(status.meaning());
        assertThat(Run.usbd4j("run", "--help").out()).contains(status.meaning());
    }

    @Test
    void isPrintedOnStandardOutputAndIsNoFailure() {
        Run help = Run.usbd4j("run", "--help");

        assertThat(help.status()).isZero();
        assertThat(help.err()).isEmpty();
    }

    @Test
    void hasExamplesThatAreCommandLines() {
        CommandLine commandLine = Main.commandLine();

        assertThat(Run.usbd4j("--help").out()).contains("java -jar usbd4j.jar run --no-will-detach");
        assertThat(commandLine.parseArgs("run", "--no-will-detach").errors()).isEmpty();
    }

    @Test
    void versionNamesTheProgram() {
        Run version = Run.usbd4j("--version");

        assertThat(version.status()).isZero();
        assertThat(version.out()).startsWith("usbd4j ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "device", "udcs", "remove"})
    void fitsIntoATerminal(String command) {
        assertThat(Run.usbd4j(command, "--help").out().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }
}
