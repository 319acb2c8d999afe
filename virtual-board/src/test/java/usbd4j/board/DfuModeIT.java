package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole upgrade, by dfu-util: from run-time through DFU mode to the new firmware. With -R dfu-util 0.11 ends with status 251,
 * libusb's "not found": the device that it reset came back as another one.
 */
class DfuModeIT {
    private static final int SUFFIX_LENGTH = 16;

    @TempDir
    private Path directory;

    /** It tells libusb of devices that come while a program runs, such as the one in DFU mode. */
    @BeforeAll
    static void startUdev() {
        assertThat(Tool.run("/lib/systemd/systemd-udevd", "--daemon").status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64, 4095, 4096, 4097, 1 << 20})
    void oneCommandDetachesDownloadsManifestsAndComesBack(int length) throws IOException {
        Path file = firmware(length);
        try (RunningDevice device = device()) {
            Tool download = Tool.dfuUtil("-d", "1209:0001,1209:0002", "-R", "-D", file.toString());

            assertThat(download.output())
                    .contains("Download done.", "state(2) = dfuIDLE, status(0) = No error condition is present");
            device.awaitLine("the new firmware has %d bytes".formatted(length));
            device.awaitLine("on the bus as 1209:0001");
            assertThat(stored()).hasBinaryContent(Files.readAllBytes(file));
        }
    }

    @Test
    void theReleaseNumberComesFromTheFirmware() throws IOException {
        Path file = Files.write(directory.resolve("suffixed"), suffixed(new byte[1000], 0x0234));
        // What dfu-util takes off is the outer one of two.
        Files.write(file, suffixed(Files.readAllBytes(file), 0xFFFF));
        try (RunningDevice device = device("--release", "1.00")) {
            Tool download = Tool.dfuUtil("-d", "1209:0001,1209:0002", "-R", "-D", file.toString());
            assertThat(download.output()).contains("Done!");
            device.awaitLine("on the bus as 1209:0001");
            device.awaitLine("configured by the host");

            assertThat(Tool.dfuUtil("-l").output()).contains("Found Runtime: [1209:0001] ver=0234");
        }
        try (RunningDevice device = device("--release", "1.00")) {
            assertThat(Tool.dfuUtil("-l").output()).contains("Found Runtime: [1209:0001] ver=0234");
        }
    }

    @Test
    void theFirmwareCanBeReadBack() throws IOException {
        Path file = firmware(70_000);
        Path read = directory.resolve("read");
        try (RunningDevice device = device()) {
            Tool download = Tool.dfuUtil("-d", "1209:0001,1209:0002", "-D", file.toString());
            assertThat(download.status()).as(download.output()).isZero();
            Tool upload = Tool.dfuUtil("-d", ",1209:0002", "-R", "-U", read.toString());

            assertThat(upload.output()).contains("Upload done.");
            assertThat(read).hasBinaryContent(Files.readAllBytes(file));
            device.awaitLine("on the bus as 1209:0001");
        }
    }

    @Test
    void aDeviceThatDoesNotTolerateManifestationComesBackByItself() throws IOException {
        Path file = firmware(5000);
        try (RunningDevice device = device("--no-manifestation-tolerant")) {
            Tool download = Tool.dfuUtil("-d", "1209:0001,1209:0002", "-D", file.toString());

            assertThat(download.output()).contains("Download done.");
            device.awaitLine("manifestation is over, bitWillDetach");
            device.awaitLine("on the bus as 1209:0001");
            device.awaitLine("configured by the host");
            assertThat(stored()).hasBinaryContent(Files.readAllBytes(file));
        }
    }

    @Test
    void aDeviceThatWaitsForResetsGetsThem() throws IOException {
        Path file = firmware(5000);
        try (RunningDevice device = device("--no-will-detach", "--no-manifestation-tolerant")) {
            Tool download = Tool.dfuUtil("-d", "1209:0001,1209:0002", "-R", "-D", file.toString());
            assertThat(download.output()).contains("Download done.");
            device.awaitLine("GETSTATUS -> stall: waiting for a bus reset");
            // dfu-util 0.11 takes that for an error, and does not reset.
            try (UsbHost host = UsbHost.of(0x1209, 0x0002)) {
                host.reset();
            }

            device.awaitLine("bus reset: leaving DFU mode for run-time");
            device.awaitLine("configured by the host");
            assertThat(stored()).hasBinaryContent(Files.readAllBytes(file));
        }
    }

    @Test
    void damagedFirmwareDoesNotRun() throws IOException {
        Path file = firmware(5000);
        try (RunningDevice device = device()) {
            assertThat(Tool.dfuUtil("-d", "1209:0001,1209:0002", "-R", "-D", file.toString())
                            .output())
                    .contains("Done!");
            device.awaitLine("on the bus as 1209:0001");
        }
        Files.write(stored(), new byte[5000]);
        try (RunningDevice device = RunningDevice.start(
                "--on-detach", "dfu-mode", "--store", directory.resolve("store").toString())) {
            device.awaitLine("is damaged");
            device.awaitLine("on the bus as 1209:0002");
            device.awaitLine("configured by the host");
            Tool download = Tool.dfuUtil("-d", ",1209:0002", "-R", "-D", file.toString());

            assertThat(download.output()).contains("status(10)").contains("Download done.");
            device.awaitLine("on the bus as 1209:0001");
        }
    }

    private RunningDevice device(String... options) {
        return RunningDevice.configured(Tool.join(
                        List.of(
                                "--on-detach",
                                "dfu-mode",
                                "--store",
                                directory.resolve("store").toString()),
                        options)
                .toArray(String[]::new));
    }

    private Path stored() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("store/usbd4j/firmware"))) {
            return files.filter(each -> each.getFileName().toString().startsWith("image-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Path firmware(int length) throws IOException {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return Files.write(directory.resolve("firmware.bin"), bytes);
    }

    /** As appendix B of DFU 1.1 has it. */
    private static byte[] suffixed(byte[] payload, int bcdDevice) {
        ByteBuffer file = ByteBuffer.allocate(payload.length + SUFFIX_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        file.put(payload)
                .putShort((short) bcdDevice)
                .putShort((short) 0xFFFF)
                .putShort((short) 0xFFFF)
                .putShort((short) 0x0100)
                .put(new byte[] {'U', 'F', 'D', SUFFIX_LENGTH});
        CRC32 crc = new CRC32();
        crc.update(file.array(), 0, file.position());
        return file.putInt(~(int) crc.getValue()).array();
    }
}
