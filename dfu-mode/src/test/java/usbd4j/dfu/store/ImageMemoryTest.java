package usbd4j.dfu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.dfu.DfuStatus;
import usbd4j.dfu.mode.Work;

class ImageMemoryTest {
    private static final Duration PROGRAMMING = Duration.ofMillis(3);

    @TempDir
    private Path directory;

    @AutoClose
    private StoredImage image;

    private ImageMemory memory;

    @BeforeEach
    void open() {
        image = new StoredImage(directory);
        memory = new ImageMemory(Optional.empty(), 8, 2, PROGRAMMING, Duration.ofMillis(5), Verification.NONE, image);
    }

    @Test
    void aDownloadCanBeUploaded() {
        assertThat(memory.download(0, 0, block(5))).isEqualTo(new Work(PROGRAMMING, DfuStatus.OK));
        memory.download(0, 5, block(3));
        assertThat(memory.isComplete()).isTrue();
        assertThat(memory.manifest()).isEqualTo(DfuStatus.OK);

        assertThat(memory.upload(0, 0, 100).bytes().remaining()).isEqualTo(8);
        assertThat(memory.upload(0, 6, 100).bytes().remaining()).isEqualTo(2);
        assertThat(memory.upload(0, 8, 100).bytes().remaining()).isZero();
    }

    @Test
    void firmwareThatCannotBeReadIsAnError() throws IOException {
        memory.download(0, 0, block(5));
        memory.manifest();
        Files.delete(directory.resolve("image-1"));

        assertThat(memory.upload(0, 0, 100).status()).isEqualTo(DfuStatus.ERR_UNKNOWN);
    }

    @Test
    void anImageLargerThanTheMemoryIsRefused() {
        memory.download(0, 0, block(5));

        assertThat(memory.download(0, 5, block(4)).status()).isEqualTo(DfuStatus.ERR_ADDRESS);
    }

    @Test
    void anImageShorterThanTheShortestIsNotComplete() {
        memory.download(0, 0, block(1));
        assertThat(memory.isComplete()).isFalse();
        memory.download(0, 1, block(1));

        assertThat(memory.isComplete()).isTrue();
    }

    @Test
    void anAbortedDownloadIsNotComplete() {
        memory.download(0, 0, block(5));
        memory.abort();

        assertThat(memory.isComplete()).isFalse();
        assertThat(memory.upload(0, 0, 10).bytes().remaining()).isZero();
    }

    @Test
    void aNewDownloadDropsTheOldOne() {
        memory.download(0, 0, block(5));
        memory.download(0, 0, block(4));
        memory.manifest();

        assertThat(image.length()).isEqualTo(4);
    }

    private static ByteBuffer block(int length) {
        return ByteBuffer.allocate(length);
    }
}
