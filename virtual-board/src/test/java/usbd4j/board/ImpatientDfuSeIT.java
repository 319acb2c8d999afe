package usbd4j.board;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A DfuSe host that never waits for bwPollTimeout, with the template for an STM32's boot loader as it is. */
class ImpatientDfuSeIT {
    @TempDir
    private Path directory;

    @Test
    void erasesWritesAndLeavesThreeTimes() throws IOException {
        FirmwareStore store = new FirmwareStore(directory);
        Path template = store.file(
                "device.toml",
                Tool.usbd4j("device", "template", "dfuse").output().getBytes(UTF_8));
        try (RunningDevice device = RunningDevice.start("--device", template.toString(), "--store", store.store())) {
            device.awaitLine("on the bus as 0483:df11");
            device.awaitLine("configured by the host");
            for (int length : new int[] {10_000, 1, 2048}) {
                Path firmware = store.firmware(length);

                Tool client = Tool.run(
                        "/usr/bin/python3",
                        Path.of("virtual-board/clients/impatient-dfuse")
                                .toAbsolutePath()
                                .toString(),
                        "0483:df11",
                        "0x08000000",
                        firmware.toString());

                assertThat(client)
                        .isEqualTo(new Tool(0, "@Internal Flash  /0x08000000/04*016Kg,01*064Kg,07*128Kg\nwritten\n"));
                device.awaitLine("on the bus as 0483:5740");
                device.awaitLine("configured by the host");
                assertThat(store.stored("internal-flash")).hasBinaryContent(Files.readAllBytes(firmware));
                assertThat(Tool.dfuUtil("-e", "-d", "0483:5740").status()).isZero();
                device.awaitLine("on the bus as 0483:df11");
                device.awaitLine("configured by the host");
            }
        }
    }
}
