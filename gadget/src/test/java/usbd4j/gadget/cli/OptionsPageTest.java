package usbd4j.gadget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import usbd4j.gadget.ExitStatus;

/** {@code docs/options.md} has every option of {@code run}, and every exit status. */
class OptionsPageTest {
    private final String page;

    OptionsPageTest() throws IOException {
        page = Files.readString(Path.of("..", "docs", "options.md"));
    }

    @Test
    void namesEveryOption() {
        assertThat(new RunCommand().options())
                .flatExtracting(OptionGroup::options)
                .allSatisfy(option -> assertThat(page).contains(option.name()));
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryExitStatus(ExitStatus status) {
        assertThat(page.replace("`", "")).contains("| %d | %s |".formatted(status.code(), status.meaning()));
    }
}
