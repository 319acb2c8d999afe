package usbd4j.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AppearanceTest {
    private static final String RUN_TIME =
            "20:25:06.199 on the bus as 1209:0001 at vhci_hcd, path 8-1; waiting for a host, press Ctrl-C to stop";
    private static final String DFU_MODE =
            "20:25:08.199 on the bus as 1209:0002 at vhci_hcd, path 10-15; waiting for a host, press Ctrl-C to stop";

    @Test
    void theLastOneOfATranscriptCounts() {
        assertThat(Appearance.last(List.of(RUN_TIME, "20:25:07.000 bus reset", DFU_MODE, "20:25:09.000 bus reset")))
                .contains(new Appearance("1209:0002", "10-15"));
    }

    @Test
    void aDeviceThatWasNotOnTheBusHasNone() {
        assertThat(Appearance.last(List.of("20:25:07.000 bus reset"))).isEmpty();
    }
}
