package usbd4j.gadget.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.gadget.ExitStatus;

/** The program is learned from its help. */
class HelpTest {
    @ParameterizedTest
    @ValueSource(strings = {"run", "attach", "device", "udcs", "doctor", "create", "remove"})
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
        assertThat(Main.commands().entries())
                .hasAtLeastOneElementOfType(Command.class)
                .filteredOn(Command.class::isInstance)
                .allSatisfy(entry -> assertThat(((Command) entry).options())
                        .flatExtracting(OptionGroup::options)
                        .allSatisfy(option -> assertThat(option.meaning())
                                .as(option.toString())
                                .isNotBlank()));
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

    @ParameterizedTest
    @ValueSource(strings = {"--no-will-detach", "--with-function acm.usb0", "--device my.toml"})
    void hasExamplesThatAreCommandLines(String options) {
        List<String> args = List.of(options.split(" "));

        assertThat(Run.usbd4j("--help").out()).contains("sudo java -jar usbd4j.jar run " + options + "\n");
        assertThatNoException().isThrownBy(() -> new CommandParser(new RunCommand()).parse(args));
    }

    @Test
    void versionNamesTheProgram() {
        Run version = Run.usbd4j("--version");

        assertThat(version.status()).isZero();
        assertThat(version.out()).startsWith("usbd4j ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "attach", "device", "udcs", "doctor", "create", "remove"})
    void fitsIntoATerminal(String command) {
        assertThat(Run.usbd4j(command, "--help").out().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }
}
