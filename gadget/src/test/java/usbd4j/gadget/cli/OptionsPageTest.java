package usbd4j.gadget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import usbd4j.gadget.ExitStatus;

/** {@code docs/options.md} has every option of {@code run}, {@code attach}, {@code create} and {@code doctor}, and every exit status. */
class OptionsPageTest {
    private final String page;

    OptionsPageTest() throws IOException {
        page = Files.readString(Path.of("..", "docs", "options.md"));
    }

    static List<Command> commands() {
        return List.of(new RunCommand(), new AttachCommand(), new CreateCommand(), new DoctorCommand());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void namesEveryOption(Command command) {
        assertThat(command.options())
                .flatExtracting(OptionGroup::options)
                .allSatisfy(option -> assertThat(page).contains(option.name()));
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryExitStatus(ExitStatus status) {
        assertThat(page.replace("`", "")).contains("| %d | %s |".formatted(status.code(), status.meaning()));
    }
}
