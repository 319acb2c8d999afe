package usbd4j.dfu.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.dfu.DfuSuffix;

/** The release number in the DFU suffix of an image, or where a pattern finds it. */
class ReleaseTest {
    /** "hello" with the suffix of dfu-suffix -v 1209 -p 0001 -d 0234 -a, but dwCRC 0. */
    private static final byte[] SUFFIXED = HexFormat.of().parseHex("68656c6c6f" + "34020100091200015546441000000000");

    @TempDir
    private Path directory;

    @Test
    void aSuffixHasTheRelease() {
        assertThat(releaseOf(withCrc(SUFFIXED.clone()))).contains(0x0234);
    }

    /** DFU 1.1, appendix B. */
    @Test
    void aSuffixForAnyReleaseHasNone() {
        byte[] wildcard = SUFFIXED.clone();
        ByteBuffer.wrap(wildcard).putShort(wildcard.length - DfuSuffix.LENGTH, (short) 0xFFFF);

        assertThat(releaseOf(withCrc(wildcard))).isEmpty();
    }

    private static byte[] withCrc(byte[] suffixed) {
        CRC32 crc = new CRC32();
        crc.update(suffixed, 0, suffixed.length - 4);
        ByteBuffer.wrap(suffixed).order(ByteOrder.LITTLE_ENDIAN).putInt(suffixed.length - 4, ~(int) crc.getValue());
        return suffixed;
    }

    @Test
    void aSuffixWithAWrongCrcIsIgnored() {
        assertThat(releaseOf(SUFFIXED)).isEmpty();
    }

    @Test
    void findReturnsTheGroup() {
        store("\u0000\u0001version=2.34\u0000".getBytes(US_ASCII));

        try (StoredImage image = new StoredImage(directory)) {
            assertThat(image.find(Pattern.compile("version=([0-9.]+)"))).contains("2.34");
            assertThat(image.find(Pattern.compile("release=([0-9.]+)"))).isEmpty();
            assertThat(image.find(Pattern.compile("version(x)?="))).isEmpty();
        }
    }

    @Test
    void findInAnEmptyStoreReturnsNothing() {
        try (StoredImage image = new StoredImage(directory)) {
            assertThat(image.find(Pattern.compile("()"))).isEmpty();
        }
    }

    private Optional<Integer> releaseOf(byte[] bytes) {
        store(bytes);
        try (StoredImage image = new StoredImage(directory)) {
            return image.release();
        }
    }

    private void store(byte[] bytes) {
        try (StoredImage image = new StoredImage(directory)) {
            image.begin();
            image.append(ByteBuffer.wrap(bytes));
            image.commit();
        }
    }
}
