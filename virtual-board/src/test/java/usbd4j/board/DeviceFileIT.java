package usbd4j.board;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A device from a file: printed, checked, run, and taken by dfu-util. */
@ExtendWith(Udev.class)
class DeviceFileIT {
    @TempDir
    private Path directory;

    @Test
    void twoMemoriesAreToldApartByTheirNamesAndByTheirNumbers() throws IOException {
        FirmwareStore store = new FirmwareStore(directory);
        Path template = store.file(
                "device.toml",
                Tool.usbd4j("device", "template", "two-memories").output().getBytes(UTF_8));
        Path firmware = store.firmware(5000);
        Path data = store.firmware(3000);
        Path read = directory.resolve("read");
        try (RunningDevice device = RunningDevice.configured(
                "--device", template.toString(), "--store", store.store(), "--serial", "here")) {
            assertThat(Tool.dfuUtil("-l").output()).contains("serial=\"here\"");
            Tool first = download(data, "-a", "Data");
            Tool second = download(firmware, "-i", "0", "-a", "0");
            Path other = store.firmware(4000);
            Tool third = download(other, "-i", "1", "-a", "0");
            assertThat(third.status()).as(third.output()).isZero();
            assertThat(store.stored("data")).hasBinaryContent(Files.readAllBytes(other));
            assertThat(download(data, "-a", "Data").status()).isZero();
            Tool list = Tool.dfuUtil("-l");
            Tool upload = Tool.dfuUtil("-d", FirmwareStore.EITHER_MODE, "-a", "Data", "-R", "-U", read.toString());
            device.awaitLine("on the bus as 1209:0002");
            device.awaitLine("on the bus as 1209:0001");

            assertThat(first.status()).as(first.output()).isZero();
            assertThat(second.status()).as(second.output()).isZero();
            assertThat(list.output()).contains("intf=0, path", "intf=1, path", "name=\"Firmware\"", "name=\"Data\"");
            assertThat(upload.output()).contains("Upload done.");
        }
        assertThat(store.stored("firmware")).hasBinaryContent(Files.readAllBytes(firmware));
        assertThat(store.stored("data")).hasBinaryContent(Files.readAllBytes(data));
        assertThat(read).hasBinaryContent(Files.readAllBytes(data));
    }

    private static Tool download(Path file, String... memory) {
        return Tool.run(Tool.join(List.of("dfu-util", "-d", FirmwareStore.EITHER_MODE, "-D", file.toString()), memory));
    }
}
