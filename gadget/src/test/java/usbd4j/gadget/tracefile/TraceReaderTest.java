package usbd4j.gadget.tracefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.trace.TraceEvent;

class TraceReaderTest {
    @TempDir
    private Path directory;

    private List<TraceEvent> written(String name) {
        Path file = directory.resolve(name);
        try (Conversion conversion = Conversion.to(file)) {
            Events.all().forEach(conversion::happened);
        }
        List<TraceEvent> read = new ArrayList<>();
        TraceReader.of(file).tell(event -> read.add(event.kept()));
        return read;
    }

    @Test
    void readsJsonLines() {
        assertThat(written("a.jsonl")).isEqualTo(Events.all());
    }

    /** What is no transfer is a comment there, and so a note when it is read. */
    @Test
    void readsACaptureThatThisProgramHasWritten() {
        assertThat(written("a.pcapng").stream().map(TraceEvent::text))
                .contains(
                        "bus reset",
                        "GETSTATUS -> OK, dfuIDLE",
                        "DNLOAD (wBlockNum 7, wLength 3) -> 3 bytes",
                        "Stalled: not \"today\"",
                        "DETACH (wTimeout 1000) -> stall",
                        "GETSTATUS -> the host had given up",
                        "bulk IN endpoint 0x81 -> 01 02 03 (3 bytes)");
    }

    @Test
    void aPipeIsRefused() throws IOException, InterruptedException {
        Path pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(() -> TraceReader.of(pipe))
                .withMessage(
                        "cannot read the trace %s: it is no file, and a trace is read more than once; write it to a file first",
                        pipe);
    }

    @Test
    void anAbsentFileIsTold() {
        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(() -> TraceReader.of(Path.of("/absent.pcapng")))
                .withMessage("cannot read the trace /absent.pcapng: ENOENT, there is no such file or folder");
    }
}
