package usbd4j.board;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The templates of plain DFU devices: each command of dfu-util ends with status 0. */
class PlainTemplatesIT {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"dfu", "two-memories"})
    void downloadAndUploadEndWithZero(String template) throws IOException {
        FirmwareStore store = new FirmwareStore(directory);
        Path firmware = store.firmware(5000);
        Path read = directory.resolve("read");
        try (RunningDevice device = configured(store, template)) {
            Tool download = dfuUtil("-D", firmware);
            device.awaitLine("leaving DFU mode for run-time");
            device.awaitLine("configured by the host");
            Tool upload = dfuUtil("-U", read);
            device.awaitLine("leaving DFU mode for run-time");
            device.awaitLine("configured by the host");

            assertThat(download.status()).as(download.output()).isZero();
            assertThat(upload.status()).as(upload.output()).isZero();
        }
        assertThat(read).hasBinaryContent(Files.readAllBytes(firmware));
    }

    /** Every program that uses pyusb begins like this. */
    @Test
    void aRepeatedSetConfigurationLeavesTheDeviceInDfuMode() throws IOException {
        FirmwareStore store = new FirmwareStore(directory);
        try (RunningDevice device = configured(store, "dfu");
                Load load = new Load();
                UsbHost runTime = UsbHost.of(0x1209, 0x0001)) {
            RunTime.sendDetach(runTime, 1000);
            device.awaitLine("on the bus as 1209:0002");
            device.awaitLine("configured by the host");
            try (UsbHost host = UsbHost.of(0x1209, 0x0002)) {
                for (int i = 0; i < 10 * Cycles.COUNT; i++) {
                    host.setConfigurationAgain();
                }

                assertThat(host.isGone()).isFalse();
            }
            device.signal("TERM");
            assertThat(device.outputAtEnd()).doesNotContain("leaving DFU mode");
        }
    }

    private static RunningDevice configured(FirmwareStore store, String template) {
        Path file = store.file(
                "device.toml",
                Tool.usbd4j("device", "template", template).output().getBytes(UTF_8));
        return RunningDevice.configured("--device", file.toString(), "--store", store.store());
    }

    private static Tool dfuUtil(String direction, Path file) {
        return Tool.dfuUtil("-d", FirmwareStore.EITHER_MODE, "-a", "0", "-R", direction, file.toString());
    }
}
