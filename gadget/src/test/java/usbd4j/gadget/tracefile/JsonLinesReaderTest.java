package usbd4j.gadget.tracefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.trace.TraceEvent;

class JsonLinesReaderTest {
    private static final String HEAD = "{\"event\":\"trace\",\"version\":1}\n";
    private static final String RESET =
            "{\"time\":\"2026-01-02T03:04:05Z\",\"event\":\"reset\",\"speed\":\"high-speed\"}\n";

    @TempDir
    private Path directory;

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("trace.jsonl"), text);
    }

    private static List<TraceEvent> read(Path file) {
        List<TraceEvent> read = new ArrayList<>();
        new JsonLinesReader(file).tell(read::add);
        return read;
    }

    @Test
    void aTraceThatIsCutIsReadUpToThere() throws IOException {
        assertThat(read(file(HEAD + RESET + RESET.substring(0, 40)))).hasSize(1);
    }

    @Test
    void aTraceThatIsCutWithinACharacterIsReadUpToThere() throws IOException {
        String note = "{\"time\":\"2026-01-02T03:04:05Z\",\"event\":\"note\",\"text\":\"Ger\u00e4t\"}";
        byte[] whole = (HEAD + RESET + note).getBytes(StandardCharsets.UTF_8);
        Path cut = Files.write(
                directory.resolve("trace.jsonl"), Arrays.copyOf(whole, whole.length - "\u00a4t\"}".length()));

        assertThat(read(cut)).hasSize(1);
    }

    @Test
    void eventsOfLaterProgramsArePassedOver() throws IOException {
        assertThat(read(file(HEAD + "{\"time\":\"2026-01-02T03:04:05Z\",\"event\":\"moon\",\"deep\":{\"a\":[1]}}\n"
                        + RESET)))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "nonsense | this is no JSON object: Unrecognized token 'nonsense'",
                "[] | this is no JSON object",
                "{} | \"event\" is missing",
                "{\"event\":\"reset\"} | \"time\" is missing",
                "{\"event\":\"reset\",\"time\":\"noon\"} | \"time\" is \"noon\", which it cannot be",
                "{\"event\":\"lost\",\"time\":\"2026-01-02T03:04:05Z\",\"count\":\"x\"} | \"count\" is \"x\", which it cannot be",
                "{\"event\":\"attached\",\"time\":\"2026-01-02T03:04:05Z\",\"persona\":\"run-time\",\"bus\":\"vhci\",\"device\":\"12\"} | \"device\" is \"12\", which it cannot be",
                "{\"event\":\"control\",\"time\":\"2026-01-02T03:04:05Z\",\"took-us\":1,\"setup\":\"00\"} | \"setup\" is \"00\", which it cannot be",
                "{\"event\":\"control\",\"time\":\"2026-01-02T03:04:05Z\",\"took-us\":9223372036854775807} | \"took-us\" is \"9223372036854775807\", which it cannot be",
            })
    void aWrongLineIsToldWithItsNumber(String line, String why) throws IOException {
        Path file = file(HEAD + RESET + line + "\n" + RESET);

        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(() -> read(file))
                .withMessageStartingWith("cannot read the trace %s: line 3: %s".formatted(file, why));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"event\":\"trace\",\"version\":2} | it has version 2, and this program reads version 1",
                "PK... | its first line is not that of a trace in JSON lines; \"usbd4j run --trace FILE.jsonl\" writes them",
                "{\"event\":\"reset\"} | its first line is not that of a trace in JSON lines; \"usbd4j run --trace FILE.jsonl\" writes them",
            })
    void anotherFileIsNoTrace(String first, String why) throws IOException {
        Path file = file(first + "\n" + RESET);

        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(() -> read(file))
                .withMessage("cannot read the trace %s: %s", file, why);
    }

    @Test
    void aCaptureForWiresharkIsNoTraceThatCanBeRead() throws IOException {
        Path file = Files.write(
                directory.resolve("a.pcapng"), new byte[] {0x0A, 0x0D, 0x0D, 0x0A, (byte) 0xFF, (byte) 0xFE});

        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(() -> read(file))
                .withMessageStartingWith(
                        "cannot read the trace %s: its first line is not that of a trace in JSON lines", file);
    }

    @Test
    void anAbsentFileIsTold() {
        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(() -> read(Path.of("/absent.jsonl")))
                .withMessage("cannot read the trace /absent.jsonl: ENOENT, there is no such file or folder");
    }
}
