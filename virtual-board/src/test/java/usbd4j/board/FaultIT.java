package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How {@code dfu-util -R -D} ends with a device that misbehaves: every row of the table in {@code docs/faults.md}. */
class FaultIT {
    @TempDir
    private Path directory;

    /**
     * A row of the table.
     *
     * @param fault the keys of the fault
     * @param status dfu-util's exit status
     * @param says a line that it prints
     * @param stored what the device has afterwards: the firmware, another one, or none
     */
    record Row(String fault, String status, String says, String stored) {
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
        try (RunningDevice device =
                store.configuredHere("--fault", row.fault(), "--set", "dfu-mode.leave-after-detach=1000")) {
            Tool download = Tool.dfuUtil("-d", FirmwareStore.EITHER_MODE, "-R", "-D", firmware.toString());

            device.awaitLine("fault: ");
            assertThat(new Row(
                            row.fault(), Integer.toString(download.status()), said(download, row.says()), row.stored()))
                    .as(download.output())
                    .isEqualTo(row);
            assertThat(stored(store, firmware)).isEqualTo(row.stored());
        }
    }

    private static String said(Tool tool, String line) {
        return tool.output().contains(line) ? line : tool.output();
    }

    private static String stored(FirmwareStore store, Path firmware) throws IOException {
        if (!store.hasStored("firmware")) {
            return "none";
        }
        return Files.mismatch(store.stored("firmware"), firmware) == -1 ? "the firmware" : "another one";
    }
}
