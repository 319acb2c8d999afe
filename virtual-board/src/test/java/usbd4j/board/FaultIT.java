package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How dfu-util ends with a device that misbehaves: every row of the table in {@code docs/faults.md}. */
class FaultIT {
    private static final String LEAVE_AFTER_DETACH = "dfu-mode.leave-after-detach=1000";

    @TempDir
    private Path directory;

    /**
     * A row of the table.
     *
     * @param fault the keys of the fault
     * @param status dfu-util's exit status
     * @param says a line that it prints
     * @param copied what the device has afterwards, or of an upload the host: the firmware, another one, or none
     */
    record Row(String fault, String status, String says, String copied) {
        static Row of(List<String> cells) {
            return new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3));
        }
    }

    static List<Row> rows() throws IOException {
        return PageTable.rows("faults.md", "`on =").stream().map(Row::of).toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void endsAsTheTableSays(Row row) throws IOException {
        FirmwareStore store = new FirmwareStore(directory);
        Path firmware = store.firmware(10_000);
        try (RunningDevice device = store.configuredHere("--fault", row.fault(), "--set", LEAVE_AFTER_DETACH)) {
            Path read = directory.resolve("read");
            boolean isUpload = row.fault().contains("UPLOAD");
            Tool tool = isUpload
                    ? uploadAfterDownload(firmware, read)
                    : Tool.dfuUtil("-d", FirmwareStore.EITHER_MODE, "-R", "-D", firmware.toString());

            device.awaitLine("fault: ");
            String copied = isUpload ? compared(read, firmware) : stored(store, firmware);
            assertThat(new Row(row.fault(), Integer.toString(tool.status()), said(tool, row.says()), copied))
                    .as(tool.output())
                    .isEqualTo(row);
        }
    }

    private static Tool uploadAfterDownload(Path firmware, Path read) {
        Tool.succeed("dfu-util", "-d", FirmwareStore.EITHER_MODE, "-D", firmware.toString());
        return Tool.run("timeout", "2", "dfu-util", "-d", FirmwareStore.EITHER_MODE, "-U", read.toString());
    }

    @Test
    void aDownloadAfterOneWithoutAnAnswerSucceeds() throws IOException {
        FirmwareStore store = new FirmwareStore(directory);
        Path firmware = store.firmware(10_000);
        try (RunningDevice device = store.configuredHere(
                "--fault", "on = 'DNLOAD', block = 1, nth = 1, do = 'ignore'", "--set", LEAVE_AFTER_DETACH)) {
            String[] download = {"-d", FirmwareStore.EITHER_MODE, "-R", "-D", firmware.toString()};
            assertThat(Tool.dfuUtil(download).status()).isEqualTo(74);
            device.awaitLine("fault: ignore DNLOAD");

            Tool second = Tool.dfuUtil(download);

            assertThat(second.status()).as(second.output()).isZero();
        }
    }

    @Test
    void aDownloadAfterThePowerFailedSucceeds() throws IOException {
        FirmwareStore store = new FirmwareStore(directory);
        Path firmware = store.firmware(10_000);
        try (RunningDevice device =
                store.configuredHere("--set", LEAVE_AFTER_DETACH, "--set", "dfu-mode.power-cuts=[5000]")) {
            String[] download = {"-d", FirmwareStore.EITHER_MODE, "-R", "-D", firmware.toString()};
            assertThat(Tool.dfuUtil(download).status()).isEqualTo(74);
            device.awaitLine("fault: the power fails at 0x1388");
            device.awaitLine("on the bus as 1209:0002");
            device.awaitLine("configured by the host");

            Tool second = Tool.dfuUtil(download);

            assertThat(second.output()).contains("Device detected unexpected power on reset");
            assertThat(second.status()).as(second.output()).isZero();
            assertThat(stored(store, firmware)).isEqualTo("the firmware");
        }
    }

    @Test
    void flashHoldsWhatWasProgrammedWhenThePowerFailed() throws IOException {
        FirmwareStore store = new FirmwareStore(directory);
        Path firmware = store.firmware(10_000);
        try (RunningDevice device = store.configuredHere(
                "--set",
                "dfu-mode.memory=[{name='@Flash/0x08000000/16*001Kg'}]",
                "--set",
                "functional.transfer-size=1024",
                "--set",
                "dfu-mode.power-cuts=[0x08001388]")) {
            Tool download =
                    Tool.dfuUtil("-d", FirmwareStore.EITHER_MODE, "-s", "0x08000000", "-D", firmware.toString());
            assertThat(download.status()).as(download.output()).isEqualTo(74);
            device.awaitLine("fault: the power fails at 0x8001388");
            device.awaitLine("on the bus as 1209:0002");
            device.awaitLine("configured by the host");

            Path read = directory.resolve("read");
            Tool upload = Tool.dfuUtil("-d", FirmwareStore.EITHER_MODE, "-s", "0x08000000:5000", "-U", read.toString());

            assertThat(upload.status()).as(upload.output()).isZero();
            assertThat(Files.readAllBytes(read)).isEqualTo(Arrays.copyOf(Files.readAllBytes(firmware), 5000));
        }
    }

    @Test
    void theSameSeedGivesTheSameTrace() throws IOException {
        assertThat(traceOfARun("first")).isEqualTo(traceOfARun("second")).contains("fault");
    }

    /** {@return what the device saw, without times} */
    private String traceOfARun(String name) throws IOException {
        FirmwareStore store = new FirmwareStore(Files.createDirectory(directory.resolve(name)));
        Path trace = directory.resolve(name + ".jsonl");
        try (RunningDevice device = store.configured(
                "--trace",
                trace.toString(),
                "--fault",
                "on = 'DNLOAD', do = 'change', flipped-bits = 2, probability = 0.5, seed = 7",
                "--fault",
                "on = 'UPLOAD', do = 'change', length = 100, probability = 0.5, seed = 8")) {
            Tool upload = uploadAfterDownload(
                    store.firmware(10_000), store.directory().resolve("read"));
            assertThat(upload.status()).as(upload.output()).isZero();
            device.awaitLine("fault: change the data of DNLOAD");
        }
        return Files.readString(trace).replaceAll("\"(time|took-us)\":[^,}]*", "");
    }

    private static String said(Tool tool, String line) {
        return tool.output().contains(line) ? line : tool.output();
    }

    private static String stored(FirmwareStore store, Path firmware) throws IOException {
        if (!store.hasStored("firmware")) {
            return "none";
        }
        return compared(store.stored("firmware"), firmware);
    }

    private static String compared(Path copy, Path firmware) throws IOException {
        if (!Files.exists(copy)) {
            return "none";
        }
        return Files.mismatch(copy, firmware) == -1 ? "the firmware" : "another one";
    }
}
