package usbd4j.board;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.stack.SetupPacket;

/** The boot loader of an STM32F4, as the template has it, and dfu-util speaking DfuSe to it. */
class DfuSeIT {
    private static final String EITHER_MODE = "0483:5740,0483:df11";
    private static final int FLASH_SIZE = 1 << 20;
    private static final int ERR_VENDOR = 0x0B;

    @TempDir
    private Path directory;

    @Test
    void flashIsWrittenReadErasedAndUnprotected() throws IOException {
        FirmwareStore store = new FirmwareStore(directory);
        Path firmware = store.firmware(50_001);
        try (RunningDevice device = start(store)) {
            // There is nothing in it that could run.
            device.awaitLine("on the bus as 0483:df11");
            device.awaitLine("configured by the host");
            assertThat(Tool.dfuUtil("-l").output())
                    .contains(
                            "[0483:df11] ver=2200",
                            "alt=0, name=\"@Internal Flash  /0x08000000/04*016Kg,01*064Kg,07*128Kg\"",
                            "alt=1, name=\"@Option Bytes  /0x1FFFC000/01*016 e\"",
                            "alt=2, name=\"@OTP Memory /0x1FFF7800/01*512 e,01*016 e\"");

            Tool download = dfuSe("0x08000000:leave", "-D", firmware);
            device.awaitLine("the application starts, with the address pointer at 0x8000000");
            awaitRunTime(device);
            assertThat(download.output()).contains("File downloaded successfully", "Submitting leave request");
            assertThat(store.stored("internal-flash")).hasBinaryContent(Files.readAllBytes(firmware));

            // DETACH, and a part of it back.
            Path part = directory.resolve("part");
            Tool upload = dfuSe("0x08001001:2100", "-U", part);
            device.awaitLine("on the bus as 0483:df11");
            assertThat(upload.output()).contains("Upload done.");
            assertThat(part).hasBinaryContent(Arrays.copyOfRange(Files.readAllBytes(firmware), 0x1001, 0x1001 + 2100));

            Path small = store.firmware(100);
            Tool massErase = dfuSe("0x08010000:mass-erase:force", "-D", small);
            Path whole = directory.resolve("whole");
            Tool uploadAll = dfuSe("0x08000000:%d:force".formatted(FLASH_SIZE), "-U", whole);
            assertThat(massErase.output()).contains("Performing mass erase");
            assertThat(uploadAll.output()).contains("Upload done.");
            byte[] expected = new byte[FLASH_SIZE];
            Arrays.fill(expected, (byte) 0xFF);
            System.arraycopy(Files.readAllBytes(small), 0, expected, 0x10000, 100);
            assertThat(whole).hasBinaryContent(expected);

            Tool unprotect = dfuSe("0x08000000:unprotect:force", "-D", small);
            device.awaitLine("the memory wants a reset");
            device.awaitLine("on the bus as 0483:df11");
            device.awaitLine("configured by the host");
            assertThat(unprotect.output()).contains("erases flash and resets now");
            assertThat(store.stored("internal-flash")).isEmptyFile();
        }
    }

    @Test
    void otherMemoriesAreOtherAlternateSettings() throws IOException {
        FirmwareStore store = new FirmwareStore(directory);
        Path bytes = store.firmware(16);
        Path once = store.firmware(20);
        Path read = directory.resolve("read");
        try (RunningDevice device = start(store)) {
            device.awaitLine("configured by the host");
            Tool option = dfuSe(1, "0x1FFFC000", "-D", bytes);
            Tool otp = dfuSe(2, "0x1FFF7800", "-D", once);
            Tool upload = dfuSe(1, "0x1FFFC000:16", "-U", read);
            Tool elsewhere = dfuSe(1, "0x08000000", "-D", bytes);

            assertThat(option.status()).as(option.output()).isZero();
            assertThat(otp.status()).as(otp.output()).isZero();
            assertThat(upload.output()).contains("Upload done.");
            assertThat(elsewhere.status()).as(elsewhere.output()).isNotZero();
        }
        assertThat(read).hasBinaryContent(Files.readAllBytes(bytes));
        assertThat(store.stored("option-bytes")).hasBinaryContent(Files.readAllBytes(bytes));
        assertThat(store.stored("otp-memory")).hasBinaryContent(Files.readAllBytes(once));
        assertThat(directory.resolve("store/usbd4j/internal-flash/current")).doesNotExist();
    }

    @Test
    void aFileOfDfuSeSaysWhereItBelongs() throws IOException {
        FirmwareStore store = new FirmwareStore(directory);
        Path firmware = store.firmware(5000);
        Path file = DfuSeFile.make(store, 0, 0x08000000, Files.readAllBytes(firmware));
        try (RunningDevice device = start(store)) {
            device.awaitLine("configured by the host");
            Tool download = dfuSe(":leave", "-D", file);
            awaitRunTime(device);

            assertThat(download.status()).as(download.output()).isZero();
        }
        assertThat(store.stored("internal-flash")).hasBinaryContent(Files.readAllBytes(firmware));
    }

    @Test
    void aProtectedSectorIsRefusedAndItsReasonCanBeRead() {
        FirmwareStore store = new FirmwareStore(directory);
        try (RunningDevice device = start(store, "--set=dfu-mode.protected=[0x08004000]")) {
            device.awaitLine("configured by the host");
            Tool download = dfuSe("0x08004000", "-D", store.firmware(100));
            device.awaitLine("errVENDOR, dfuERROR");

            assertThat(download.output()).contains("ERASE_PAGE not correctly executed");
            assertThat(download.status()).isNotZero();
            try (UsbHost host = UsbHost.of(0x0483, 0xDF11)) {
                byte[] status = in(host, 0xA1, 3, 0, 0, 6);
                byte[] text = in(host, 0x80, 6, 3 << 8 | status[5], 0x0409, 255);

                assertThat(status[0]).isEqualTo((byte) ERR_VENDOR);
                assertThat(new String(text, 2, text.length - 2, UTF_16LE)).isEqualTo("the sector is protected");
            }
            // What dfu-util 0.11 makes of errVENDOR it says the next time.
            assertThat(dfuSe("0x08000000:1", "-U", directory.resolve("read")).output())
                    .contains("DFU state(10) = dfuERROR, status(11) = ");
        }
    }

    @Test
    void aProtectedMemoryIsReadOnceTheProtectionIsRemoved() {
        FirmwareStore store = new FirmwareStore(directory);
        Path read = directory.resolve("read");
        try (RunningDevice device = start(store, "--set=dfu-mode.read-protected=true")) {
            device.awaitLine("configured by the host");
            assertThat(dfuSe("0x08000000:16", "-U", directory.resolve("refused"))
                            .status())
                    .isNotZero();
            device.awaitLine("stall: the memory refuses to upload block 2");
            Tool unprotect = dfuSe("0x08000000:unprotect:force", "-D", store.firmware(16));
            // dfu-util 0.11 does not ask why, but finds the device in dfuERROR the next time.
            device.awaitLine("errVENDOR, dfuERROR");
            device.awaitLine("configured by the host");
            Tool upload = dfuSe("0x08000000:16", "-U", read);

            assertThat(unprotect.output()).contains("erases flash and resets now");
            assertThat(upload.status()).as(upload.output()).isZero();
        }
        assertThat(read).hasSize(16);
    }

    private static byte[] in(UsbHost host, int bmRequestType, int bRequest, int wValue, int wIndex, int wLength) {
        return host.control(new SetupPacket(bmRequestType, bRequest, wValue, wIndex, wLength))
                .orElseThrow();
    }

    private static RunningDevice start(FirmwareStore store, String... options) {
        Path template = store.file(
                "device.toml",
                Tool.usbd4j("device", "template", "dfuse").output().getBytes(UTF_8));
        String[] all = Arrays.copyOf(
                new String[] {"--device", template.toString(), "--store", store.store()}, 4 + options.length);
        System.arraycopy(options, 0, all, 4, options.length);
        return RunningDevice.startHere(all);
    }

    private static Tool dfuSe(String options, String action, Path file) {
        return dfuSe(0, options, action, file);
    }

    private static Tool dfuSe(int memory, String options, String action, Path file) {
        return Tool.dfuUtil("-d", EITHER_MODE, "-a", Integer.toString(memory), "-s", options, action, file.toString());
    }

    private static void awaitRunTime(RunningDevice device) {
        device.awaitLine("on the bus as 0483:5740");
        device.awaitLine("configured by the host");
    }
}
