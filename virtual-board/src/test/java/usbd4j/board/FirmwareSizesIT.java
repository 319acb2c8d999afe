package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Firmware of each size goes to the device and comes back as it was, by dfu-util and through one device that lives on. */
class FirmwareSizesIT {
    @TempDir
    private static Path directory;

    private static FirmwareStore store;
    private static RunningDevice device;

    @BeforeAll
    static void start() {
        store = new FirmwareStore(directory);
        device = store.configured();
    }

    @AfterAll
    static void end() {
        device.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 65, 4095, 4096, 4097, (1 << 20) - 1, 1 << 20, 8 << 20})
    void isWrittenAndReadBack(int length) throws IOException {
        Path file = store.firmware(length);
        Path read = directory.resolve("read-" + length);
        Tool download = Tool.dfuUtil("-d", FirmwareStore.EITHER_MODE, "-D", file.toString());
        device.awaitLine("the new firmware has %d bytes".formatted(length));
        Tool upload = Tool.dfuUtil("-d", FirmwareStore.EITHER_MODE, "-R", "-U", read.toString());
        device.awaitLine("on the bus as 1209:0001");
        device.awaitLine("configured by the host");

        assertThat(download.output()).contains("state(2) = dfuIDLE, status(0) = No error condition is present");
        assertThat(download.status()).isZero();
        assertThat(upload.output()).contains("Upload done.");
        assertThat(store.stored("firmware")).hasBinaryContent(Files.readAllBytes(file));
        assertThat(read).hasBinaryContent(Files.readAllBytes(file));
    }

    /** DFU 1.1 has no empty image: DNLOAD without data ends a download, and there is none. */
    @Test
    void nothingIsNoFirmware() throws IOException {
        Path before = store.firmware(100);
        Tool.dfuUtil("-d", FirmwareStore.EITHER_MODE, "-D", before.toString());
        Tool download = Tool.dfuUtil(
                "-d", FirmwareStore.EITHER_MODE, "-D", store.firmware(0).toString());
        device.awaitLine("DNLOAD (wBlockNum 0, wLength 0) -> stall");
        Tool reset = Tool.dfuUtil("-d", FirmwareStore.EITHER_MODE, "-R", "-U", directory + "/read");
        device.awaitLine("on the bus as 1209:0001");
        device.awaitLine("configured by the host");

        assertThat(download.status()).isNotZero();
        assertThat(reset.output()).contains("Upload done.");
        assertThat(store.stored("firmware")).hasBinaryContent(Files.readAllBytes(before));
    }
}
