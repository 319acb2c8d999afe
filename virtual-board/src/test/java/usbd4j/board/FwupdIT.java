package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** fwupd takes the device for one that it can update, and updates it. */
class FwupdIT {
    private static final Path ANY_NETLINK_ADDRESS =
            Path.of("virtual-board/target/any-netlink-address.so").toAbsolutePath();

    @TempDir
    private Path directory;

    /** Where the machine has a database with a name for idVendor and idProduct (usb.ids), fwupd shows that instead of iProduct. */
    @Test
    void listsTheDeviceAsUpdatable() {
        try (RunningDevice device = RunningDevice.configured("--pid", "7ffe", "--release", "2.34")) {
            Tool devices = Tool.run("fwupdtool", "--plugins", "dfu", "get-devices");

            assertThat(devices.output()).contains("DFU test device").contains("Updatable");
        }
    }

    @Test
    @Tag("short")
    void installsFirmware() throws IOException {
        FirmwareStore store = new FirmwareStore(directory);
        Path payload = store.firmware(20_000);
        Path suffixed = store.file("suffixed", Files.readAllBytes(payload));
        // fwupd finds no image in a file without a DFU suffix.
        assertThat(Tool.run("dfu-suffix", "-v", "1209", "-p", "0002", "-d", "0200", "-a", suffixed.toString())
                        .status())
                .isZero();
        try (RunningDevice device = store.configured()) {
            Tool install = install(suffixed);

            assertThat(install.status()).as(install.output()).isZero();
            device.awaitLine("on the bus as 1209:0002");
            device.awaitLine("on the bus as 1209:0001");
            device.awaitLine("configured by the host");
            assertThat(store.stored("firmware")).hasSameBinaryContentAs(payload);
        }
    }

    /** Of one device fwupd needs no name. */
    private static Tool install(Path suffixed) {
        return Tool.run(
                "env",
                "LD_PRELOAD=" + ANY_NETLINK_ADDRESS,
                "fwupdtool",
                "--plugins",
                "dfu",
                "--force",
                "--allow-older",
                "--allow-reinstall",
                "--no-reboot-check",
                "install-blob",
                suffixed.toString());
    }
}
