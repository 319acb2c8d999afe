package usbd4j.gadget.tracefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import usbd4j.dfu.DfuRequest;
import usbd4j.gadget.trace.Ending;
import usbd4j.stack.SetupPacket;

class TraceStatisticsTest {
    private static final SetupPacket GETSTATUS = DfuRequest.GETSTATUS.setup(0, 0, 6);

    private final TraceStatistics statistics = new TraceStatistics();

    private void took(int millis, SetupPacket setup, Ending ending, int... data) {
        statistics.happened(Events.control(Duration.ofMillis(millis), setup, ending, data));
    }

    @Test
    void requestsAreCounted() {
        took(3, GETSTATUS, Ending.DONE, 0, 0, 0, 0, 2, 0);
        took(1, GETSTATUS, Ending.HELD);
        took(9, GETSTATUS, Ending.GIVEN_UP);
        took(1, GETSTATUS, Ending.STALLED);

        assertThat(statistics.lines().get(1))
                .isEqualTo(
                        "GETSTATUS                      3       1        1         1     1.00 ms     3.00 ms     9.00 ms");
    }

    @Test
    void requestsAreCountedInTheStateThatTheHostKnows() {
        took(1, DfuRequest.ABORT.setup(0, 0, 0), Ending.DONE);
        took(1, GETSTATUS, Ending.DONE, 0, 0, 0, 0, 2, 0);
        took(1, DfuRequest.DNLOAD.setup(0, 0, 2), Ending.DONE, 1, 2);
        took(1, DfuRequest.GETSTATE.setup(0, 0, 1), Ending.DONE, 3);
        took(1, GETSTATUS, Ending.DONE, 0, 0, 0, 0, 5, 0);

        assertThat(statistics.lines())
                .contains(
                        "(not told yet)           ABORT 1, GETSTATUS 1",
                        "dfuIDLE                  DNLOAD 1, GETSTATE 1",
                        "dfuDNLOAD-SYNC           GETSTATUS 1");
    }

    @Test
    void aDeviceThatComesBackHasToldNoState() {
        took(1, GETSTATUS, Ending.DONE, 0, 0, 0, 0, 0, 0);
        statistics.happened(Events.all().get(0));
        took(1, GETSTATUS, Ending.DONE, 0, 0, 0, 0, 2, 0);

        assertThat(statistics.lines()).contains("(not told yet)           GETSTATUS 2");
    }

    @Test
    void anEmptyAnswerTellsNoState() {
        took(1, GETSTATUS, Ending.DONE, 0, 0, 0, 0, 2, 0);
        took(1, DfuRequest.GETSTATE.setup(0, 0, 1), Ending.DONE);
        took(1, DfuRequest.ABORT.setup(0, 0, 0), Ending.DONE);

        assertThat(statistics.lines()).contains("dfuIDLE                  GETSTATE 1, ABORT 1");
    }

    @Test
    void theSpeedOfADownloadIsTold() {
        took(500, DfuRequest.DNLOAD.setup(0, 0, 1024), Ending.DONE, new int[1024]);

        assertThat(statistics.lines()).contains("download: 1024 bytes in 0.50 s, 2.0 KiB/s");
    }
}
