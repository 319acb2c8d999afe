package usbd4j.gadget.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What bash offers at the end of a command line. */
class BashCompletionTest {
    private static final String SCRIPT = BashCompletion.of(Main.commands());

    @TempDir
    private Path folder;

    @Test
    void offersEveryCommand() {
        assertThat(CommandTree.entries(Main.commands()))
                .allSatisfy(entry -> assertThat(SCRIPT).containsPattern("names='[^']*\\b" + entry.name() + "\\b"));
    }

    @Test
    void offersEveryOption() {
        assertThat(CommandTree.options())
                .flatExtracting(CommandOption::spellings)
                .allSatisfy(name -> assertThat(SCRIPT).containsPattern("--" + name + "[= ']"));
    }

    @ParameterizedTest
    @CsvSource({
        "usbd4j de, device",
        "usbd4j device te, template",
        "usbd4j device template ru, runtime",
        "usbd4j device show two, two-memories",
        "usbd4j run --winu, --winusb",
        "usbd4j run --no-winu, --no-winusb",
        "usbd4j run --quiet --bu, --bus=",
        "usbd4j run --bus au, auto",
        "usbd4j run --bus gad, gadgetfs",
        "usbd4j run --bus = gad, gadgetfs",
        "usbd4j run --speed su, super",
        "usbd4j run --device my, my.toml",
        "usbd4j run --device = my, my.toml",
        "usbd4j device check my, my.toml",
        "usbd4j device of my, my.toml",
        "usbd4j run --serial x, ''",
    })
    void completesAWord(String line, String offered) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("my.toml"), "");

        assertThat(offeredFor(line)).isEqualTo(offered);
    }

    /** The words of the line are apart as bash would split them. */
    private String offeredFor(String line) throws IOException, InterruptedException {
        List<String> words = Arrays.asList(line.split(" ", -1));
        Path script = Files.writeString(
                folder.resolve("usbd4j.bash"), """
                set -eu
                compopt() { :; }
                %s
                COMP_WORDS=(%s) COMP_CWORD=%d
                _usbd4j
                printf '%%s' "${COMPREPLY[*]-}"
                """.formatted(SCRIPT, String.join(" ", words), words.size() - 1));
        Process bash = new ProcessBuilder("bash", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String offered = new String(bash.getInputStream().readAllBytes(), UTF_8);
        assertThat(bash.waitFor()).as(offered).isZero();
        return offered;
    }
}
