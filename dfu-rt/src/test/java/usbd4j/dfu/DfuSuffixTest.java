package usbd4j.dfu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DfuSuffixTest {
    /** Release 2.00 for 1209:0001, as appendix B has it; the CRC is any. */
    private static final byte[] SUFFIX =
            HexFormat.ofDelimiter(" ").parseHex("00 02 01 00 09 12 00 01 55 46 44 10 78 56 34 12");

    @Test
    void isRead() {
        assertThat(DfuSuffix.read(ByteBuffer.wrap(SUFFIX)))
                .contains(new DfuSuffix(0x0200, 0x0001, 0x1209, 0x0100, 0x12345678));
    }

    @Test
    void isNotThereWithoutItsSignature() {
        byte[] other = SUFFIX.clone();
        other[8] = 'u';

        assertThat(DfuSuffix.read(ByteBuffer.wrap(other))).isEmpty();
    }

    @Test
    void isNotThereIfItsLengthIsTooSmall() {
        byte[] other = SUFFIX.clone();
        other[11] = 15;

        assertThat(DfuSuffix.read(ByteBuffer.wrap(other))).isEmpty();
    }

    @Test
    void isNotInAShortFile() {
        assertThat(DfuSuffix.read(ByteBuffer.wrap(SUFFIX, 1, 15))).isEmpty();
    }
}
