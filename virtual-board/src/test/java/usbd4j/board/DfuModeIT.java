package usbd4j.board;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the firmware does to the device. With -R dfu-util 0.11 ends with status 251, libusb's "not found": the device that it
 * reset came back as another one.
 */
class DfuModeIT {
    @TempDir
    private Path directory;

    @Test
    void theReleaseNumberComesFromTheFirmware() throws IOException {
        FirmwareStore store = new FirmwareStore(directory);
        // What dfu-util takes off is the outer one of two.
        Path file = store.file("suffixed", SuffixedFile.of(SuffixedFile.of(new byte[1000], 0x0234), 0xFFFF));
        try (RunningDevice device = store.configuredHere("--release", "1.00")) {
            Tool download = Tool.dfuUtil("-d", FirmwareStore.EITHER_MODE, "-R", "-D", file.toString());
            assertThat(download.output()).contains("Done!");
            device.awaitLine("on the bus as 1209:0001");
            device.awaitLine("configured by the host");

            assertThat(Tool.dfuUtil("-l").output()).contains("Found Runtime: [1209:0001] ver=0234");
        }
        Path named = store.file("named", "\0\1version=3.45\0".getBytes(US_ASCII));
        try (RunningDevice device = store.configuredHere("--set", "dfu-mode.release-pattern='version=([0-9.]+)'")) {
            assertThat(Tool.dfuUtil("-l").output()).contains("Found Runtime: [1209:0001] ver=0234");
            Tool download = Tool.dfuUtil("-d", FirmwareStore.EITHER_MODE, "-R", "-D", named.toString());
            assertThat(download.output()).contains("Done!");
            device.awaitLine("on the bus as 1209:0001");
            device.awaitLine("configured by the host");

            assertThat(Tool.dfuUtil("-l").output()).contains("Found Runtime: [1209:0001] ver=0345");
        }
    }

    @Test
    void damagedFirmwareDoesNotRun() throws IOException {
        FirmwareStore store = new FirmwareStore(directory);
        Path file = store.firmware(5000);
        try (RunningDevice device = store.configuredHere()) {
            assertThat(Tool.dfuUtil("-d", FirmwareStore.EITHER_MODE, "-R", "-D", file.toString())
                            .output())
                    .contains("Done!");
            device.awaitLine("on the bus as 1209:0001");
        }
        Files.write(store.stored("firmware"), new byte[5000]);
        try (RunningDevice device = RunningDevice.startHere("--on-detach", "dfu-mode", "--store", store.store())) {
            device.awaitLine("is damaged");
            device.awaitLine("on the bus as 1209:0002");
            device.awaitLine("configured by the host");
            Tool download = Tool.dfuUtil("-d", ",1209:0002", "-R", "-D", file.toString());

            assertThat(download.output()).contains("status(10)").contains("Download done.");
            device.awaitLine("on the bus as 1209:0001");
        }
    }
}
