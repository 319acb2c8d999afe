package usbd4j.board;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device from a file: printed, checked, run, and taken by dfu-util. */
class DeviceFileIT {
    @TempDir
    private Path directory;

    @Test
    @Tag("short")
    void twoMemoriesAreToldApartByTheirNamesAndByTheirNumbers() throws IOException {
        FirmwareStore store = new FirmwareStore(directory);
        Path firmware = store.firmware(5000);
        Path data = store.firmware(3000);
        Path read = directory.resolve("read");
        try (RunningDevice device = RunningDevice.configuredHere(twoMemories(store))) {
            assertThat(Tool.dfuUtil("-l").output()).contains("serial=\"here\"");
            download(data, "-a", "1");
            String list = Tool.dfuUtil("-l").output();
            download(firmware, "-a", "0");
            assertThat(store.stored("data")).hasBinaryContent(Files.readAllBytes(data));
            assertThat(store.stored("firmware")).hasBinaryContent(Files.readAllBytes(firmware));
            download(store.firmware(4000), "-a", "Firmware");
            download(data, "-a", "Data");
            download(firmware, "-a", "Firmware");
            Tool upload = Tool.dfuUtil("-d", FirmwareStore.EITHER_MODE, "-a", "Data", "-R", "-U", read.toString());
            device.awaitLine("on the bus as 1209:0002");
            device.awaitLine("on the bus as 1209:0001");

            assertThat(list).contains("intf=0", "alt=0, name=\"Firmware\"", "alt=1, name=\"Data\"");
            assertThat(list).doesNotContain("intf=1");
            assertThat(upload.output()).contains("Upload done.");
        }
        assertThat(store.stored("firmware")).hasBinaryContent(Files.readAllBytes(firmware));
        assertThat(store.stored("data")).hasBinaryContent(Files.readAllBytes(data));
        assertThat(read).hasBinaryContent(Files.readAllBytes(data));
    }

    @Test
    void eachMemoryMayHaveAnInterfaceOfItsOwn() throws IOException {
        FirmwareStore store = new FirmwareStore(directory);
        Path firmware = store.firmware(5000);
        Path data = store.firmware(3000);
        try (RunningDevice device =
                RunningDevice.configuredHere(twoMemories(store, "--set=dfu-mode.separate-interfaces=true"))) {
            download(firmware, "-a", "Firmware");
            download(data, "-i", "1", "-a", "0");
            device.awaitLine("on the bus as 1209:0002");

            assertThat(Tool.dfuUtil("-l").output()).contains("intf=0", "intf=1").doesNotContain("alt=1");
        }
        assertThat(store.stored("firmware")).hasBinaryContent(Files.readAllBytes(firmware));
        assertThat(store.stored("data")).hasBinaryContent(Files.readAllBytes(data));
    }

    private static String[] twoMemories(FirmwareStore store, String... more) throws IOException {
        Path template = store.file(
                "device.toml",
                Tool.usbd4j("device", "template", "two-memories").output().getBytes(UTF_8));
        List<String> options = List.of("--device", template.toString(), "--store", store.store(), "--serial", "here");
        return Tool.join(options, more).toArray(String[]::new);
    }

    private static void download(Path file, String... memory) {
        Tool tool = Tool.run(
                Tool.join(List.of("dfu-util", "-d", FirmwareStore.EITHER_MODE, "-D", file.toString()), memory));
        assertThat(tool.status()).as(tool.output()).isZero();
    }
}
