package usbd4j.gadget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceCommandTest {
    private static final String HEAD = "{\"event\":\"trace\",\"version\":1}\n";
    private static final String DETACH = control("2100e80300000000", "done");
    private static final String STALLED = control("2100e80300000000", "stalled");

    @TempDir
    private Path directory;

    private static String control(String setup, String ending) {
        return "{\"time\":\"2026-01-02T03:04:05Z\",\"event\":\"control\",\"took-us\":5,\"setup\":\"%s\",\"ending\":\"%s\"}\n"
                .formatted(setup, ending);
    }

    private String trace(String name, String... lines) throws IOException {
        return Files.writeString(directory.resolve(name), HEAD + String.join("", lines))
                .toString();
    }

    @Test
    void showPrintsTheLiveLogsWords() throws IOException {
        Run show = Run.usbd4j("trace", "show", trace("a.jsonl", DETACH));

        assertThat(show.status()).isZero();
        assertThat(show.out()).matches("\\d\\d:\\d\\d:05\\.000 DETACH \\(wTimeout 1000\\) -> done\n");
    }

    @Test
    void statsPrintsATable() throws IOException {
        Run stats = Run.usbd4j("trace", "stats", trace("a.jsonl", DETACH, STALLED));

        assertThat(stats.status()).isZero();
        assertThat(stats.out()).containsPattern("REQUEST +COUNT +DONE +STALLED").containsPattern("DETACH +2 +1 +1");
    }

    @Test
    void diffOfTheSameIsNothing() throws IOException {
        String file = trace("a.jsonl", DETACH);

        assertThat(Run.usbd4j("trace", "diff", file, file)).isEqualTo(new Run(0, "", ""));
    }

    @Test
    void diffOfOthersEndsWithItsStatus() throws IOException {
        Run diff = Run.usbd4j("trace", "diff", trace("a.jsonl", DETACH), trace("b.jsonl", STALLED));

        assertThat(diff.status()).isEqualTo(14);
        assertThat(diff.out()).contains("-DETACH (wTimeout 1000) -> done\n", "+DETACH (wTimeout 1000) -> stall\n");
    }

    @Test
    void convertWritesTheOtherFormat() throws IOException {
        Path converted = directory.resolve("a.pcapng");

        assertThat(Run.usbd4j("trace", "convert", trace("a.jsonl", DETACH), converted.toString()))
                .isEqualTo(new Run(0, "", ""));
        assertThat(Files.readAllBytes(converted)).startsWith(0x0A, 0x0D, 0x0D, 0x0A);
    }

    @Test
    void convertDoesNotWriteOverWhatItReads() throws IOException {
        String file = trace("a.jsonl", DETACH);
        String before = Files.readString(Path.of(file));

        Run convert = Run.usbd4j("trace", "convert", file, directory + "/./a.jsonl");

        assertThat(convert.status()).isEqualTo(2);
        assertThat(convert.err()).startsWith("usbd4j: FILE and OTHER are the same file");
        assertThat(Path.of(file)).hasContent(before);
    }

    @Test
    void whatWiresharkHasRecordedIsReadToo() throws IOException {
        Path captured = directory.resolve("a.pcapng");
        Run.usbd4j("trace", "convert", trace("a.jsonl", control("a103000000000600", "done")), captured.toString());

        Run shown = Run.usbd4j("trace", "show", captured.toString());

        assertThat(shown.status()).isZero();
        assertThat(shown.out()).contains("GETSTATUS -> ");
        assertThat(Run.usbd4j("trace", "diff", captured.toString(), captured.toString()))
                .isEqualTo(new Run(0, "", ""));
    }

    @Test
    void convertNeedsAFormat() throws IOException {
        Run convert = Run.usbd4j("trace", "convert", trace("a.jsonl"), "a.txt");

        assertThat(convert.status()).isEqualTo(2);
        assertThat(convert.err()).contains("\"a.txt\" is no trace: the name ends in .jsonl, .pcapng or .html");
    }

    @Test
    void theSecondFileMayNotBeMissing() throws IOException {
        Run diff = Run.usbd4j("trace", "diff", trace("a.jsonl"));

        assertThat(diff.status()).isEqualTo(2);
        assertThat(diff.err()).startsWith("usbd4j: OTHER is missing");
    }

    @Test
    void whatIsNoTraceEndsWithASentence() throws IOException {
        Path file = Files.writeString(directory.resolve("no.jsonl"), "hello\n");

        Run show = Run.usbd4j("trace", "show", file.toString());

        assertThat(show.status()).isEqualTo(14);
        assertThat(show.err())
                .isEqualTo(
                        "usbd4j: cannot read the trace %s: its first line is not that of a trace in JSON lines; \"usbd4j run --trace FILE.jsonl\" writes them\n"
                                .formatted(file));
    }
}
