package usbd4j.gadget.tracefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usbd4j.dfu.DfuRequest;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.trace.Attached;
import usbd4j.gadget.trace.ControlTransfer;
import usbd4j.gadget.trace.Ending;
import usbd4j.gadget.trace.Lost;
import usbd4j.gadget.trace.TraceEvent;

class TraceFileTest {
    private static final long NO_LIMIT = Long.MAX_VALUE;
    private static final ControlTransfer BLOCK = block(0, 4096);

    @TempDir
    private Path directory;

    private static List<TraceEvent> read(Path file) {
        List<TraceEvent> read = new ArrayList<>();
        new JsonLinesReader(file).tell(read::add);
        return read;
    }

    @Test
    void everyEventIsReadAsItWasWritten() {
        Path file = directory.resolve("all.jsonl");
        try (TraceFile trace = TraceFile.begin(file, NO_LIMIT)) {
            Events.all().forEach(trace::happened);
        }

        assertThat(read(file)).isEqualTo(Events.all());
    }

    @Test
    void anEventIsALine() throws IOException {
        Path file = directory.resolve("one.jsonl");
        try (TraceFile trace = TraceFile.begin(file, NO_LIMIT)) {
            trace.happened(Events.control(DfuRequest.GETSTATE.setup(0, 0, 1), Ending.DONE, 2));
        }

        assertThat(Files.readAllLines(file).get(1))
                .isEqualTo(
                        "{\"time\":\"2026-01-02T03:04:05.000678Z\",\"event\":\"control\",\"took-us\":250,"
                                + "\"setup\":\"a105000000000100\",\"ending\":\"done\",\"data\":\"02\",\"text\":\"GETSTATE -> dfuIDLE\"}");
    }

    @Test
    void aFullFileIsPutAsideAndTheNextOneIsWhole() {
        Path file = directory.resolve("long.jsonl");
        Attached attached = (Attached) Events.all().get(0);
        try (TraceFile trace = TraceFile.begin(file, 20_000)) {
            trace.happened(attached);
            for (int i = 0; i < 5; i++) {
                trace.happened(BLOCK);
            }
        }

        assertThat(read(directory.resolve("long.jsonl.1"))).contains(attached, BLOCK);
        assertThat(read(file)).startsWith(attached);
    }

    /** The trace is a pipe that nobody reads until the device has done more than can wait. */
    @ParameterizedTest
    @CsvSource({"10000, 4096", "40000, 0"})
    void whatIsFasterThanTheWritingIsCounted(int count, int length) throws Exception {
        Path pipe = directory.resolve("pipe.jsonl");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Path copy = directory.resolve("copy.jsonl");
        try (FileChannel end = FileChannel.open(pipe, StandardOpenOption.READ, StandardOpenOption.WRITE);
                TraceFile trace = TraceFile.begin(pipe, NO_LIMIT)) {
            for (int i = 0; i < count; i++) {
                trace.happened(block(i, length));
            }
            Process reader = new ProcessBuilder("cat", pipe.toString())
                    .redirectOutput(copy.toFile())
                    .start();
            trace.close();
            end.close();
            assertThat(reader.waitFor()).isZero();
        }

        int next = 0;
        int lost = 0;
        for (TraceEvent event : read(copy)) {
            if (event instanceof Lost gap) {
                lost += (int) gap.count();
                next += (int) gap.count();
            } else {
                assertThat(event)
                        .as("event %d, after %d that are lost", next, lost)
                        .isEqualTo(block(next, length));
                next++;
            }
        }
        assertThat(next).isEqualTo(count);
        assertThat(lost).isPositive();
    }

    private static ControlTransfer block(int wBlockNum, int length) {
        return Events.control(DfuRequest.DNLOAD.setup(0, wBlockNum, length), Ending.DONE, new int[length]);
    }

    @Test
    void aFileThatCannotBeWrittenIsToldWithTheReason() {
        Path file = directory.resolve("absent/trace.jsonl");

        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(() -> TraceFile.begin(file, NO_LIMIT))
                .withMessage("cannot write the trace %s: ENOENT, there is no such file or folder", file)
                .satisfies(e -> assertThat(e.status()).isEqualTo(ExitStatus.TRACE));
    }

    @Test
    void anotherNameIsNoTrace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TraceFormat.of(Path.of("trace.txt")))
                .withMessage("\"trace.txt\" is no trace: the name ends in .jsonl, .pcapng or .html");
    }
}
