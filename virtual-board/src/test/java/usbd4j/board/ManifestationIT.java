package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How the device comes back with the new firmware: bitWillDetach or not, bitManifestationTolerant or not, and whether the host
 * resets the bus (dfu-util's -R) or leaves it.
 */
class ManifestationIT {
    @TempDir
    private Path directory;

    @Test
    void oneThatTakesMoreStaysUntilItIsReset() throws IOException {
        staysUntilItIsReset("--will-detach");
    }

    @Test
    void oneThatTakesMoreStaysUntilItIsResetThoughTheHostResetsItForDetach() throws IOException {
        staysUntilItIsReset("--no-will-detach");
    }

    private void staysUntilItIsReset(String willDetach) throws IOException {
        FirmwareStore store = new FirmwareStore(directory);
        try (RunningDevice device = store.configuredHere(
                willDetach, "--set=functional.manifestation-tolerant=true", "--set=dfu-mode.manifestation-time=50")) {
            download(store, 5000, "-d", FirmwareStore.EITHER_MODE);
            assertThat(Tool.dfuUtil("-l").output()).contains("Found DFU: [1209:0002]");
            resetInDfuMode();
            device.awaitLine("bus reset: leaving DFU mode for run-time");
            awaitRunTime(device);

            download(store, 6000, "-d", FirmwareStore.EITHER_MODE, "-R");
            device.awaitLine("bus reset: leaving DFU mode for run-time");
            awaitRunTime(device);
        }
    }

    @Test
    void oneThatTakesNoMoreComesBackByItself() throws IOException {
        FirmwareStore store = new FirmwareStore(directory);
        try (RunningDevice device =
                store.configuredHere("--will-detach", "--set=functional.manifestation-tolerant=false")) {
            download(store, 5000, "-d", FirmwareStore.EITHER_MODE);
            device.awaitLine("manifestation is over: leaving DFU mode");
            awaitRunTime(device);

            download(store, 6000, "-d", FirmwareStore.EITHER_MODE, "-R");
            device.awaitLine("manifestation is over: leaving DFU mode");
            awaitRunTime(device);
        }
    }

    /** dfu-util 0.11 takes it for an error that such a device does not answer any more, and does not reset it even with -R. */
    @Test
    void oneThatTakesNoMoreAndDoesNotDetachWaitsForAReset() throws IOException {
        FirmwareStore store = new FirmwareStore(directory);
        try (RunningDevice device =
                store.configuredHere("--no-will-detach", "--set=functional.manifestation-tolerant=false")) {
            download(store, 5000, "-d", FirmwareStore.EITHER_MODE);
            device.awaitLine("GETSTATUS -> stall: waiting for a bus reset");
            resetInDfuMode();
            awaitRunTime(device);

            download(store, 6000, "-d", FirmwareStore.EITHER_MODE, "-R");
            device.awaitLine("GETSTATUS -> stall: waiting for a bus reset");
            resetInDfuMode();
            awaitRunTime(device);
        }
    }

    private static void download(FirmwareStore store, int length, String... options) throws IOException {
        Path file = store.firmware(length);
        Tool download =
                Tool.dfuUtil(Tool.join(List.of(options), "-D", file.toString()).toArray(String[]::new));

        assertThat(download.output()).contains("Download done.");
        assertThat(store.stored("firmware")).hasBinaryContent(Files.readAllBytes(file));
    }

    private static void resetInDfuMode() {
        try (UsbHost host = UsbHost.of(0x1209, 0x0002)) {
            host.reset();
        }
    }

    private static void awaitRunTime(RunningDevice device) {
        device.awaitLine("on the bus as 1209:0001");
        device.awaitLine("configured by the host");
    }
}
