package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device that Windows and browsers take without a driver in DFU mode, too: a flasher in a browser needs it there. */
class DriverlessDfuModeIT {
    @TempDir
    private Path directory;

    @Test
    void onFunctionFsTheKernelTellsWindows() {
        try (RunningDevice device = new FirmwareStore(directory).configuredHere("--winusb");
                UsbHost host = inDfuMode(device)) {
            assertThat(host.control(DriverlessIT.GET_COMPAT_ID).orElseThrow())
                    .startsWith(40, 0, 0, 0, 0x00, 0x01, 4, 0, 1)
                    .containsSequence(0, 1, 'W', 'I', 'N', 'U', 'S', 'B', 0, 0);
        }
    }

    @Test
    void aWholeDeviceTellsWindowsAndBrowsers() {
        try (RunningDevice device = new FirmwareStore(directory)
                        .configuredHere(
                                "--bus", "vhci", "--winusb", "--set", "dfu-mode.landing-page='https://example.org'");
                UsbHost host = inDfuMode(device)) {
            assertThat(host.control(DriverlessIT.GET_BOS).orElseThrow()).containsSequence(DriverlessIT.WEB_USB);
            assertThat(host.control(DriverlessIT.GET_URL).orElseThrow()).endsWith('.', 'o', 'r', 'g');
            assertThat(host.control(DriverlessVhciIT.GET_MS_OS_20).orElseThrow())
                    .containsSequence('W', 'I', 'N', 'U', 'S', 'B', 0, 0);
        }
    }

    private static UsbHost inDfuMode(RunningDevice device) {
        assertThat(Tool.dfuUtil("-e").status()).isZero();
        device.awaitLine("on the bus as 1209:0002");
        device.awaitLine("configured by the host");
        return UsbHost.of(0x1209, 0x0002);
    }
}
