package usbd4j.dfu.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.UsbException;

class StoredImageTest {
    @TempDir
    private Path directory;

    @Test
    void atFirstItIsEmptyAndWhole() {
        try (StoredImage image = new StoredImage(directory)) {
            assertThat(image.isWhole()).isTrue();
            assertThat(image.length()).isZero();
            assertThat(image.read(0, 10).hasRemaining()).isFalse();
        }
    }

    @Test
    void whatWasCommittedIsThereTheNextTime() {
        store("hello, world");

        try (StoredImage image = new StoredImage(directory)) {
            assertThat(image.isWhole()).isTrue();
            assertThat(text(image, 0, 100)).isEqualTo("hello, world");
            assertThat(text(image, 7, 2)).isEqualTo("wo");
            assertThat(text(image, 12, 2)).isEmpty();
            assertThat(text(image, 5000, 2)).isEmpty();
        }
        assertThat(directory.resolve("image-1")).hasContent("hello, world");
    }

    @Test
    void aNewImageTakesThePlaceOfTheOldOne() throws IOException {
        store("old");
        store("new");

        assertThat(names()).containsExactly("current", "image-2", "lock");
        assertThat(directory.resolve("image-2")).hasContent("new");
    }

    @Test
    void untilItIsCommittedTheOldOneCounts() {
        store("old");
        try (StoredImage image = new StoredImage(directory)) {
            image.begin();
            append(image, "new");

            assertThat(image.appended()).isEqualTo(3);
            assertThat(text(image, 0, 10)).isEqualTo("old");
        }
    }

    @Test
    void whatIsAbortedLeavesNothing() throws IOException {
        store("old");
        try (StoredImage image = new StoredImage(directory)) {
            image.begin();
            append(image, "new");
            image.abort();

            assertThat(names()).containsExactly("current", "image-1", "lock");
        }
    }

    @Test
    void whatWasInterruptedIsRemoved() throws IOException {
        store("old");
        Files.writeString(directory.resolve("image-2"), "ne");
        Files.writeString(directory.resolve("current.next"), "version=1");

        try (StoredImage image = new StoredImage(directory)) {
            assertThat(image.isWhole()).isTrue();
            assertThat(text(image, 0, 10)).isEqualTo("old");
            assertThat(directory.resolve("image-2")).doesNotExist();
            assertThat(image.condition()).isEqualTo(DfuStatus.ERR_POR);
            image.begin();
            assertThat(image.condition()).isEqualTo(DfuStatus.OK);
        }
    }

    @Test
    void aDamagedImageIsNotWhole() throws IOException {
        store("hello, world");
        Files.writeString(directory.resolve("image-1"), "hello, World");

        assertNotWhole();
    }

    @Test
    void aShortenedImageIsNotWhole() throws IOException {
        store("hello, world");
        Files.writeString(directory.resolve("image-1"), "hello");

        assertNotWhole();
    }

    @Test
    void aMissingImageIsNotWhole() throws IOException {
        store("hello, world");
        Files.delete(directory.resolve("image-1"));

        assertNotWhole();
    }

    @Test
    void aNewImageMakesItWholeAgain() throws IOException {
        store("old");
        Files.writeString(directory.resolve("image-1"), "");
        try (StoredImage image = new StoredImage(directory)) {
            image.begin();
            append(image, "new");
            image.commit();

            assertThat(image.isWhole()).isTrue();
            assertThat(text(image, 0, 10)).isEqualTo("new");
        }
    }

    /** "hello", and what dfu-suffix -v 1209 -p 0001 -d 0234 -a makes of it. */
    private static final byte[] SUFFIXED = HexFormat.of().parseHex("68656c6c6f" + "34020100091200015546441000000000");

    @Test
    void aSuffixThatFitsTellsTheRelease() {
        byte[] suffixed = SUFFIXED.clone();
        CRC32 crc = new CRC32();
        crc.update(suffixed, 0, suffixed.length - 4);
        ByteBuffer.wrap(suffixed).order(ByteOrder.LITTLE_ENDIAN).putInt(suffixed.length - 4, ~(int) crc.getValue());

        assertThat(releaseOf(suffixed)).contains(0x0234);
    }

    @Test
    void aSuffixThatDoesNotFitTellsNothing() {
        assertThat(releaseOf(SUFFIXED)).isEmpty();
    }

    @Test
    void aPatternFindsItsGroup() {
        store("\u0000\u0001version=2.34\u0000");

        try (StoredImage image = new StoredImage(directory)) {
            assertThat(image.find(Pattern.compile("version=([0-9.]+)"))).contains("2.34");
            assertThat(image.find(Pattern.compile("release=([0-9.]+)"))).isEmpty();
        }
    }

    @Test
    void aPatternFindsNothingWhereNothingIs() {
        try (StoredImage image = new StoredImage(directory)) {
            assertThat(image.find(Pattern.compile("()"))).isEmpty();
        }
    }

    private Optional<Integer> releaseOf(byte[] bytes) {
        try (StoredImage image = new StoredImage(directory)) {
            image.begin();
            image.append(ByteBuffer.wrap(bytes));
            image.commit();
            return image.release();
        }
    }

    @Test
    void anotherVersionIsRefused() throws IOException {
        Files.writeString(directory.resolve("current"), "version=2\n");

        assertRefused("version \"2\"");
    }

    @Test
    void aDamagedReferenceIsRefused() throws IOException {
        Files.writeString(directory.resolve("current"), "version=1\nimage=x\n");

        assertRefused("damaged");
    }

    @Test
    void twoDoNotShareIt() {
        try (StoredImage first = new StoredImage(directory)) {
            assertRefused("in use");
            assertThat(first.isWhole()).isTrue();
        }
    }

    @Test
    void aFileInItsPlaceIsRefused() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatExceptionOfType(UsbException.class)
                .isThrownBy(() -> new StoredImage(file))
                .withMessageContaining(file.toString());
    }

    private void assertRefused(String why) {
        assertThatExceptionOfType(UsbException.class)
                .isThrownBy(() -> new StoredImage(directory))
                .withMessageContainingAll(directory.toString(), why);
    }

    private void assertNotWhole() {
        try (StoredImage image = new StoredImage(directory)) {
            assertThat(image.isWhole()).isFalse();
        }
    }

    private void store(String text) {
        try (StoredImage image = new StoredImage(directory)) {
            image.begin();
            append(image, text);
            image.commit();
        }
    }

    private static void append(StoredImage image, String text) {
        image.append(ByteBuffer.wrap(text.getBytes(US_ASCII)));
    }

    private static String text(StoredImage image, long offset, int length) {
        return US_ASCII.decode(image.read(offset, length)).toString();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}
