package usbd4j.gadget.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import usbd4j.gadget.ExitStatus;

/** {@code man usbd4j} has what {@code --help} has. */
class ManPageTest {
    private static final String PAGE = ManPage.of(Main.commands(), "usbd4j 1.0");

    @TempDir
    private Path folder;

    @Test
    void explainsEveryCommand() {
        assertThat(CommandTree.entries(Main.commands()))
                .allSatisfy(
                        entry -> assertThat(PAGE).containsPattern("\n\\.SS \"usbd4j [^\"]*" + entry.name() + "\"\n"));
    }

    @Test
    void explainsEveryOption() {
        assertThat(CommandTree.options())
                .allSatisfy(option -> assertThat(PAGE)
                        .contains(".TP\n.B \"" + option.toString().replace("-", "\\-") + "\"\n"));
    }

    @ParameterizedTest
    @EnumSource
    void explainsEveryExitStatus(ExitStatus status) {
        assertThat(PAGE).contains(".B \"%d\"\n".formatted(status.code()));
    }

    @Test
    void hasExamplesForTheLauncher() {
        assertThat(PAGE).contains("sudo usbd4j run \\-\\-device my.toml").doesNotContain("usbd4j.jar run\n");
    }

    @Test
    void escapesWhatManWouldTakeForARequest() {
        CommandGroup group = new CommandGroup("usbd4j", List.of(".B 'x' \\ ~"), List.of(), List.of("'br"));

        assertThat(ManPage.of(group, "usbd4j 1.0"))
                .contains("\n\\&.B \\(aqx\\(aq \\e \\(ti\n")
                .contains("\n\\(aqbr\n");
    }

    @Test
    void manTakesItWithoutAWarning() throws IOException, InterruptedException {
        assumeThat(Path.of("/usr/bin/man")).exists();
        Path file = Files.writeString(folder.resolve("usbd4j.1"), PAGE);
        ProcessBuilder man = new ProcessBuilder("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", file.toString());
        man.environment().put("MANWIDTH", "80");
        Path complaints = folder.resolve("complaints");

        int status = man.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(complaints.toFile())
                .start()
                .waitFor();

        assertThat(complaints).isEmptyFile();
        assertThat(status).isZero();
    }
}
