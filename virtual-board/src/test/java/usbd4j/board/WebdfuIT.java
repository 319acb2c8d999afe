package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A flasher for browsers upgrades the device: webdfu, on Node's WebUSB. */
class WebdfuIT {
    @TempDir
    private Path directory;

    @Test
    @Tag("short")
    void detachesDownloadsAndFindsTheDeviceInRunTime() throws IOException {
        FirmwareStore store = new FirmwareStore(directory);
        Path firmware = store.firmware(20_000);
        try (RunningDevice device = store.configured()) {
            Tool upgrade = Tool.run("node", "virtual-board/clients/webdfu/upgrade.mjs", firmware.toString());

            assertThat(upgrade.status()).as(upgrade.output()).isZero();
            assertThat(upgrade.output()).contains("detached", "downloaded", "back in run-time");
            device.awaitLine("on the bus as 1209:0002");
            device.awaitLine("on the bus as 1209:0001");
            device.awaitLine("configured by the host");
            assertThat(store.stored("firmware")).hasSameBinaryContentAs(firmware);
        }
    }
}
