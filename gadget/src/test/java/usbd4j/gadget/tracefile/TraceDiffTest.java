package usbd4j.gadget.tracefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.dfu.DfuRequest;
import usbd4j.gadget.trace.ControlTransfer;
import usbd4j.gadget.trace.Ending;
import usbd4j.gadget.trace.Note;
import usbd4j.gadget.trace.TraceEvent;

class TraceDiffTest {
    private static final TraceEvent STATE = Events.control(DfuRequest.GETSTATE.setup(0, 0, 1), Ending.DONE, 2);
    private static final TraceEvent SLOW =
            Events.control(Duration.ofMillis(30), DfuRequest.GETSTATE.setup(0, 0, 1), Ending.DONE, 2);
    private static final TraceEvent ABORT = Events.control(DfuRequest.ABORT.setup(0, 0, 0), Ending.DONE);

    @TempDir
    private Path directory;

    private Path trace(String name, TraceEvent... events) {
        Path file = directory.resolve(name + ".jsonl");
        try (TraceFile trace = TraceFile.begin(file, Long.MAX_VALUE)) {
            List.of(events).forEach(trace::happened);
        }
        return file;
    }

    private static List<String> printed(TraceDiff diff, boolean withTimes) {
        List<String> lines = new ArrayList<>();
        diff.print(withTimes, lines::add);
        return lines;
    }

    @Test
    void timesAndNotesAreNoDifference() {
        TraceDiff diff = TraceDiff.of(
                trace("one", STATE, new Note(Events.TIME, "one")),
                trace("other", SLOW, new Note(Events.TIME, "other")));

        assertThat(diff.isSame()).isTrue();
        assertThat(printed(diff, false)).isEmpty();
    }

    @Test
    void theInterfaceAndTheReasonOfAStallAreNoDifference() {
        ControlTransfer stalled = Events.control(DfuRequest.DETACH.setup(0, 1000, 0), Ending.STALLED);
        TraceEvent silently = new ControlTransfer(
                stalled.time(), stalled.took(), stalled.setup(), stalled.ending(), stalled.data(), "");
        TraceDiff diff = TraceDiff.of(
                trace("one", Events.attached("vhci"), stalled),
                trace("other", Events.attached("functionfs"), silently));

        assertThat(diff.isSame()).isTrue();
    }

    @Test
    void timesAreComparedWhereAskedFor() {
        TraceDiff diff = TraceDiff.of(trace("one", STATE, ABORT, STATE), trace("other", ABORT, SLOW));

        assertThat(printed(diff, true)).endsWith("GETSTATE -> dfuIDLE: 0.3 ms, 30.0 ms");
    }

    @Test
    void whatOneDidAloneIsMarked() {
        TraceDiff diff = TraceDiff.of(trace("one", STATE, ABORT), trace("other", STATE));

        assertThat(diff.isSame()).isFalse();
        assertThat(printed(diff, false)).contains(" GETSTATE -> dfuIDLE", "-ABORT -> done");
    }

    @Test
    void aFewBytesThatTheWordsDoNotShowCount() {
        TraceDiff diff = TraceDiff.of(
                trace(
                        "one",
                        Events.control(DfuRequest.DNLOAD.setup(0, 0, 2), Ending.DONE, 1, 2),
                        Events.control(DfuRequest.GETSTATUS.setup(0, 0, 6), Ending.DONE, 0, 0, 0, 0, 2, 0)),
                trace(
                        "other",
                        Events.control(DfuRequest.DNLOAD.setup(0, 0, 2), Ending.DONE, 1, 3),
                        Events.control(DfuRequest.GETSTATUS.setup(0, 0, 6), Ending.DONE, 0, 0, 0, 0, 2, 9)));

        assertThat(printed(diff, false))
                .contains(
                        "-DNLOAD (wBlockNum 0, wLength 2) -> 2 bytes [01 02]",
                        "+DNLOAD (wBlockNum 0, wLength 2) -> 2 bytes [01 03]")
                .anyMatch(line -> line.startsWith("-GETSTATUS") && line.endsWith("[00 00 00 00 02 00]"))
                .anyMatch(line -> line.startsWith("+GETSTATUS") && line.endsWith("[00 00 00 00 02 09]"));
    }

    @Test
    void theInterfaceCounts() {
        TraceDiff diff = TraceDiff.of(
                trace("one", STATE),
                trace("other", Events.control(DfuRequest.GETSTATE.setup(1, 0, 1), Ending.DONE, 2)));

        assertThat(printed(diff, false)).contains("-GETSTATE -> dfuIDLE", "+GETSTATE -> dfuIDLE [wIndex 1]");
    }

    @Test
    void dataThatAreNotShownCount() {
        int[] changed = new int[100];
        changed[99] = 1;
        TraceDiff diff = TraceDiff.of(
                trace("one", Events.control(DfuRequest.DNLOAD.setup(0, 0, 100), Ending.DONE, new int[100])),
                trace("other", Events.control(DfuRequest.DNLOAD.setup(0, 0, 100), Ending.DONE, changed)));

        assertThat(printed(diff, false))
                .anyMatch(line -> line.startsWith("-DNLOAD (wBlockNum 0, wLength 100) -> 100 bytes [crc "))
                .anyMatch(line -> line.startsWith("+DNLOAD (wBlockNum 0, wLength 100) -> 100 bytes [crc "));
    }
}
