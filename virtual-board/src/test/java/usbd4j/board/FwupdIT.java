package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** fwupd takes the device for one that it can update, and updates it. */
@ExtendWith(Udev.class)
class FwupdIT {
    private static final Pattern DEVICE_ID = Pattern.compile("\"DeviceId\"\\s*:\\s*\"([0-9a-f]+)\"");

    @TempDir
    private Path directory;

    @Test
    void listsTheDeviceAsUpdatable() {
        try (RunningDevice device = RunningDevice.configured("--release", "2.34")) {
            Tool devices = Tool.run("fwupdtool", "--plugins", "dfu", "get-devices");

            assertThat(devices.output()).contains("DFU test device").contains("Updatable");
        }
    }

    @Test
    void installsFirmware() throws IOException {
        FirmwareStore store = new FirmwareStore(directory);
        Path payload = store.firmware(20_000);
        Path suffixed = store.file("suffixed", Files.readAllBytes(payload));
        // fwupd takes no image without one.
        assertThat(Tool.run("dfu-suffix", "-v", "1209", "-p", "0002", "-d", "0200", "-a", suffixed.toString())
                        .status())
                .isZero();
        try (RunningDevice device = store.configured()) {
            Tool install = Tool.run(
                    "env",
                    "LD_PRELOAD="
                            + Path.of("virtual-board/target/any-netlink-address.so")
                                    .toAbsolutePath(),
                    "fwupdtool",
                    "--plugins",
                    "dfu",
                    "--force",
                    "--allow-older",
                    "--allow-reinstall",
                    "--no-reboot-check",
                    "install-blob",
                    suffixed.toString(),
                    deviceId());

            assertThat(install.status()).as(install.output()).isZero();
            device.awaitLine("on the bus as 1209:0002");
            device.awaitLine("on the bus as 1209:0001");
            assertThat(store.stored("firmware")).hasBinaryContent(Files.readAllBytes(payload));
        }
    }

    private static String deviceId() {
        String devices = Tool.run("fwupdtool", "--plugins", "dfu", "--json", "get-devices")
                .output();
        Matcher matcher = DEVICE_ID.matcher(devices);
        assertThat(matcher.find()).as(devices).isTrue();
        return matcher.group(1);
    }
}
