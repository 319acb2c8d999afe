package usbd4j.gadget.tracefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import usbd4j.dfu.DfuRequest;
import usbd4j.gadget.trace.Ending;
import usbd4j.gadget.trace.Note;

class PcapNgTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PcapNg pcapng = new PcapNg(out);

    private String written() {
        return HexFormat.of().formatHex(out.toByteArray());
    }

    @Test
    void aFileBeginsWithASectionAndAnInterface() {
        assertThat(written())
                .isEqualTo("0a0d0d0a" + "2c000000" // Section Header Block, 44 bytes
                        + "4d3c2b1a" + "0100" + "0000" + "ffffffffffffffff" // byte order, version 1.0, length unknown
                        + "0400" + "0600" + "75736264346a" + "0000" + "00000000" // the application: usbd4j
                        + "2c000000"
                        + "01000000" + "14000000" // Interface Description Block, 20 bytes
                        + "dc00" + "0000" + "00000000" // USB with usbmon's header, any length
                        + "14000000");
    }

    @Test
    void aTransferIsTwoPackets() {
        out.reset();
        pcapng.happened(new Note(Events.TIME, "hello"));
        pcapng.happened(Events.control(DfuRequest.GETSTATE.setup(0, 0, 1), Ending.DONE, 2));

        assertThat(written())
                .isEqualTo("06000000" + "70000000" // Enhanced Packet Block, 112 bytes
                        + "00000000" + "5e470600" + "e6f54cf6" + "40000000" + "40000000" // interface 0, time, 64 bytes
                        + "0100000000000000" + "53" + "02" + "80" + "01" // id 1, S, control, IN 0, device 1
                        + "0100" // bus 1
                        + "00" + "3c" // with a setup packet, without data
                        + "a535576900000000" + "a6020000" // seconds, microseconds
                        + "8dffffff" + "01000000" + "00000000" // -EINPROGRESS, wLength, no data
                        + "a105000000000100" // GETSTATE
                        + "00".repeat(16)
                        + "0100" + "0500" + "68656c6c6f" + "000000" + "00000000" // the comment: hello
                        + "70000000"
                        + "06000000" + "64000000" // Enhanced Packet Block, 100 bytes
                        + "00000000" + "5e470600" + "e0f64cf6" + "41000000" + "41000000"
                        + "0100000000000000" + "43" + "02" + "80" + "01" + "0100" // C
                        + "2d" + "00" // no setup packet, with data
                        + "a535576900000000" + "a0030000"
                        + "00000000" + "01000000" + "01000000" // done, 1 byte
                        + "00".repeat(24)
                        + "02" + "000000" // dfuIDLE
                        + "64000000");
    }

    @Test
    void aCommentIsCutBetweenCharactersWhereItIsTooLong() {
        out.reset();
        pcapng.happened(new Note(Events.TIME, "\u00fc".repeat(40_000)));
        pcapng.ended(Events.TIME);

        assertThat(written())
                .startsWith("05000000" + "20000100") // the comment has 65534 bytes, and two to pad them
                .contains("0100" + "feff" + "c3bc")
                .endsWith("c3bc" + "0000" + "00000000" + "20000100");
    }

    @Test
    void commentsAtTheEndAreStatistics() {
        out.reset();
        pcapng.happened(new Note(Events.TIME, "over"));
        pcapng.ended(Events.TIME);

        assertThat(written())
                .isEqualTo("05000000" + "24000000" // Interface Statistics Block, 36 bytes
                        + "00000000" + "5e470600" + "e6f54cf6"
                        + "0100" + "0400" + "6f766572" + "00000000" // the comment: over
                        + "24000000");
    }
}
