package usbd4j.dfu.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
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
        TextImage.store(directory, "hello, world");

        try (StoredImage image = new StoredImage(directory)) {
            assertThat(image.isWhole()).isTrue();
            assertThat(TextImage.read(image, 0, 100)).isEqualTo("hello, world");
            assertThat(TextImage.read(image, 7, 2)).isEqualTo("wo");
            assertThat(TextImage.read(image, 12, 2)).isEmpty();
            assertThat(TextImage.read(image, 5000, 2)).isEmpty();
        }
        assertThat(directory.resolve("image-1")).hasContent("hello, world");
    }

    @Test
    void aNewImageReplacesTheOldOne() throws IOException {
        TextImage.store(directory, "old");
        TextImage.store(directory, "new");

        assertThat(names()).containsExactly("current", "image-2", "lock");
        assertThat(directory.resolve("image-2")).hasContent("new");
    }

    @Test
    void anybodyMayReadTheFirmwareOfADeviceThatRuns() {
        assertThat(StoredImage.contents(directory)).isEmpty();
        TextImage.store(directory, "old");
        try (StoredImage image = new StoredImage(directory)) {
            image.begin();
            TextImage.append(image, "new");
            assertThat(StoredImage.contents(directory)).contains("old".getBytes(US_ASCII));
            image.commit();

            assertThat(StoredImage.contents(directory)).contains("new".getBytes(US_ASCII));
        }
    }

    @Test
    void theOldImageStaysUntilCommit() {
        TextImage.store(directory, "old");
        try (StoredImage image = new StoredImage(directory)) {
            image.begin();
            TextImage.append(image, "new");

            assertThat(image.appended()).isEqualTo(3);
            assertThat(TextImage.read(image, 0, 10)).isEqualTo("old");
        }
    }

    @Test
    void anAbortedImageLeavesNoFile() throws IOException {
        TextImage.store(directory, "old");
        try (StoredImage image = new StoredImage(directory)) {
            image.begin();
            TextImage.append(image, "new");
            image.abort();

            assertThat(names()).containsExactly("current", "image-1", "lock");
        }
    }

    /** The file current is replaced, and then its directory cannot be written to the disk. */
    @Test
    void anImageThatMayHaveBecomeTheFirmwareIsNotOverwritten() throws IOException {
        TextImage.store(directory, "old");
        try (StoredImage image = new StoredImage(directory)) {
            Path obstacle = Files.createDirectory(directory.resolve("current.next"));
            image.begin();
            TextImage.append(image, "new");
            assertThatExceptionOfType(UsbException.class).isThrownBy(image::commit);
            Files.delete(obstacle);
            image.begin();
            TextImage.append(image, "newer");

            assertThat(directory.resolve("image-2")).hasContent("new");
            image.commit();
            assertThat(TextImage.read(image, 0, 10)).isEqualTo("newer");
        }
    }

    @Test
    void anInterruptedImageIsRemoved() throws IOException {
        TextImage.store(directory, "old");
        Files.writeString(directory.resolve("image-2"), "ne");
        Files.writeString(directory.resolve("current.next"), "version=1");

        try (StoredImage image = new StoredImage(directory)) {
            assertThat(image.isWhole()).isTrue();
            assertThat(TextImage.read(image, 0, 10)).isEqualTo("old");
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

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}
