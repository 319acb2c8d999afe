package usbd4j.junit.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.junit.DeviceUnderTest;
import usbd4j.junit.UsbDeviceUnderTest;

/** How a host tool is tested: here dfu-util, which upgrades the device. */
class UpgradeExample {
    private static final byte[] FIRMWARE = "firmware 2.10".repeat(1000).getBytes(UTF_8);

    @TempDir
    private Path directory;

    @Test
    @UsbDeviceUnderTest(template = "dfu", set = "dfu-mode.manifestation-time=100")
    void dfuUtilUpgradesTheDevice(DeviceUnderTest device) throws IOException, InterruptedException {
        Path file = Files.write(directory.resolve("firmware.bin"), FIRMWARE);

        Process tool = new ProcessBuilder(
                        "dfu-util", "--path", device.path(), "-d", "1209:0001,1209:0002", "-R", "-D", file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(tool.getInputStream().readAllBytes(), UTF_8);

        assertThat(tool.waitFor()).as(output).isZero();
        device.awaitLine("leaving DFU mode for run-time");
        device.awaitReenumeration();
        assertThat(device.idProduct()).isEqualTo(0x0001);
        assertThat(device.firmware()).isEqualTo(FIRMWARE);
    }
}
