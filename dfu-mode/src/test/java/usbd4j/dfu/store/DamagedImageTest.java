package usbd4j.dfu.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.stack.UsbException;

/** Opening what somebody else has changed. */
class DamagedImageTest {
    @TempDir
    private Path directory;

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
        try (StoredImage image = new StoredImage(directory)) {
            assertThat(image.length()).isZero();
            assertThat(text(image, 0, 10)).isEmpty();
            assertThat(image.release()).isEmpty();
            assertThat(image.find(Pattern.compile("(hello)"))).isEmpty();
        }
    }

    @Test
    void aNewImageRepairsAMissingOne() throws IOException {
        store("old");
        Files.delete(directory.resolve("image-1"));
        store("new");

        try (StoredImage image = new StoredImage(directory)) {
            assertThat(image.isWhole()).isTrue();
            assertThat(text(image, 0, 10)).isEqualTo("new");
        }
    }

    @Test
    void aDirectoryInPlaceOfTheImageIsNotWhole() throws IOException {
        store("hello, world");
        Files.delete(directory.resolve("image-1"));
        Files.createDirectory(directory.resolve("image-1"));

        assertNotWhole();
        try (StoredImage image = new StoredImage(directory)) {
            assertThat(image.release()).isEmpty();
        }
    }

    @Test
    void aNewImageRepairsADamagedOne() throws IOException {
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

    @Test
    void anotherVersionOfCurrentIsRefused() throws IOException {
        Files.writeString(directory.resolve("current"), "version=2\n");

        assertRefused("version \"2\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "version=1\nimage=x\n", "version=1\nimage=\u00fc\n", "\\u12"})
    void aDamagedCurrentFileIsRefused(String contents) throws IOException {
        Files.writeString(directory.resolve("current"), contents, ISO_8859_1);

        assertRefused("damaged");
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
}
