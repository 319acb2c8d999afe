package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store on a disk of 64 KiB. */
class FullDiskIT {
    @TempDir
    private Path directory;

    private FirmwareStore store;
    private SmallDisk disk;

    @BeforeEach
    void mount() throws IOException {
        store = new FirmwareStore(directory);
        disk = SmallDisk.mountedAt(store.store());
    }

    @AfterEach
    void unmount() {
        disk.unmount();
    }

    @Test
    void firmwareThatDoesNotFitIsRefusedAndTheOldOneStays() throws IOException {
        Path old = store.firmware(5000);
        try (RunningDevice device = store.configuredHere()) {
            Tool fits = download(old);
            Tool tooLarge = download(store.firmware(100_000));
            device.awaitLine("No space left on device");

            assertThat(fits.status()).as(fits.output()).isZero();
            assertThat(tooLarge.status()).isNotZero();
            assertThat(tooLarge.output()).contains("status(3)");
            assertThat(store.stored("firmware")).hasBinaryContent(Files.readAllBytes(old));
            assertThat(download(store.firmware(6000)).status()).isZero();
        }
    }

    private static Tool download(Path file) {
        return Tool.dfuUtil("-d", FirmwareStore.EITHER_MODE, "-D", file.toString());
    }
}
