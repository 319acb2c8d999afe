package usbd4j.dfu.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.UsbException;

/** Replacing and opening an image. */
class StoredImageTest {
    @TempDir
    private Path directory;

    @Test
    void aNewStoreIsEmptyAndWhole() {
        try (StoredImage image = new StoredImage(directory)) {
            assertThat(image.isWhole()).isTrue();
            assertThat(image.length()).isZero();
            assertThat(image.read(0, 10).hasRemaining()).isFalse();
        }
    }

    @Test
    void aCommittedImagePersists() {
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
    void aNewImageReplacesTheOldOne() throws IOException {
        store("old");
        store("new");

        assertThat(names()).containsExactly("current", "image-2", "lock");
        assertThat(directory.resolve("image-2")).hasContent("new");
    }

    @Test
    void anybodyMayReadTheFirmwareOfADeviceThatRuns() {
        assertThat(StoredImage.contents(directory)).isEmpty();
        store("old");
        try (StoredImage image = new StoredImage(directory)) {
            image.begin();
            append(image, "new");
            assertThat(StoredImage.contents(directory)).contains("old".getBytes(US_ASCII));
            image.commit();

            assertThat(StoredImage.contents(directory)).contains("new".getBytes(US_ASCII));
        }
    }

    @Test
    void theOldImageStaysUntilCommit() {
        store("old");
        try (StoredImage image = new StoredImage(directory)) {
            image.begin();
            append(image, "new");

            assertThat(image.appended()).isEqualTo(3);
            assertThat(text(image, 0, 10)).isEqualTo("old");
        }
    }

    @Test
    void anAbortedImageLeavesNoFile() throws IOException {
        store("old");
        try (StoredImage image = new StoredImage(directory)) {
            image.begin();
            append(image, "new");
            image.abort();

            assertThat(names()).containsExactly("current", "image-1", "lock");
        }
    }

    /** The file current is replaced, and then its directory cannot be written to the disk. */
    @Test
    void anImageThatMayHaveBecomeTheFirmwareIsNotOverwritten() throws IOException {
        store("old");
        try (StoredImage image = new StoredImage(directory)) {
            Path obstacle = Files.createDirectory(directory.resolve("current.next"));
            image.begin();
            append(image, "new");
            assertThatExceptionOfType(UsbException.class).isThrownBy(image::commit);
            Files.delete(obstacle);
            image.begin();
            append(image, "newer");

            assertThat(directory.resolve("image-2")).hasContent("new");
            image.commit();
            assertThat(text(image, 0, 10)).isEqualTo("newer");
        }
    }

    @Test
    void anInterruptedImageIsRemoved() throws IOException {
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
    void aStoreCannotBeOpenedTwice() {
        try (StoredImage first = new StoredImage(directory)) {
            assertRefused("in use");
            assertThat(first.isWhole()).isTrue();
        }
    }

    @Test
    void aFileInsteadOfADirectoryIsRefused() throws IOException {
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
