package usbd4j.dfu.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
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
        TextImage.store(directory, "hello, world");
        Files.writeString(directory.resolve("image-1"), "hello, World");

        assertNotWhole();
    }

    @Test
    void aShortenedImageIsNotWhole() throws IOException {
        TextImage.store(directory, "hello, world");
        Files.writeString(directory.resolve("image-1"), "hello");

        assertNotWhole();
    }

    @Test
    void aMissingImageIsNotWhole() throws IOException {
        TextImage.store(directory, "hello, world");
        Files.delete(directory.resolve("image-1"));

        assertNotWhole();
        try (StoredImage image = new StoredImage(directory)) {
            assertThat(image.length()).isZero();
            assertThat(TextImage.read(image, 0, 10)).isEmpty();
            assertThat(image.release()).isEmpty();
            assertThat(image.find(Pattern.compile("(hello)"))).isEmpty();
        }
    }

    @Test
    void aNewImageRepairsAMissingOne() throws IOException {
        TextImage.store(directory, "old");
        Files.delete(directory.resolve("image-1"));
        TextImage.store(directory, "new");

        try (StoredImage image = new StoredImage(directory)) {
            assertThat(image.isWhole()).isTrue();
            assertThat(TextImage.read(image, 0, 10)).isEqualTo("new");
        }
    }

    @Test
    void aDirectoryInPlaceOfTheImageIsNotWhole() throws IOException {
        TextImage.store(directory, "hello, world");
        Files.delete(directory.resolve("image-1"));
        Files.createDirectory(directory.resolve("image-1"));

        assertNotWhole();
        try (StoredImage image = new StoredImage(directory)) {
            assertThat(image.release()).isEmpty();
        }
    }

    @Test
    void aNewImageRepairsADamagedOne() throws IOException {
        TextImage.store(directory, "old");
        Files.writeString(directory.resolve("image-1"), "");
        try (StoredImage image = new StoredImage(directory)) {
            image.begin();
            TextImage.append(image, "new");
            image.commit();

            assertThat(image.isWhole()).isTrue();
            assertThat(TextImage.read(image, 0, 10)).isEqualTo("new");
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
}
