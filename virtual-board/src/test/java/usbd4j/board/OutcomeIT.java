package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How {@code dfu-util -R -D} ends with each kind of device: every row of the table in {@code docs/dfu-util.md}. */
class OutcomeIT {
    @TempDir
    private Path directory;

    /**
     * A row of the table.
     *
     * @param willDetach bitWillDetach
     * @param tolerant bitManifestationTolerant
     * @param keys the other keys that are set, with blanks between; {@code -} for none
     * @param status dfu-util's exit status; several if it depends on which is faster, the device or dfu-util
     * @param lastLine the last line that it prints; several for the same reason
     * @param persona the one that the device is in afterwards
     */
    record Row(String willDetach, String tolerant, String keys, String status, String lastLine, String persona) {
        static Row of(List<String> cells) {
            return new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5));
        }

        String[] options() {
            Stream<String> given = Stream.of(
                    "functional.will-detach=" + willDetach.equals("yes"),
                    "functional.manifestation-tolerant=" + tolerant.equals("yes"));
            Stream<String> more = keys.equals("-") ? Stream.empty() : Arrays.stream(keys.split(" "));
            return Stream.concat(given, more).map("--set="::concat).toArray(String[]::new);
        }
    }

    static List<Row> rows() throws IOException {
        return PageTable.rows("dfu-util.md", "yes", "no").stream().map(Row::of).toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isThatOfTheTable(Row row) throws IOException {
        FirmwareStore store = new FirmwareStore(directory);
        Path firmware = store.firmware(5000);
        try (RunningDevice device = store.configuredHere(row.options())) {
            Tool download = Tool.dfuUtil("-d", FirmwareStore.EITHER_MODE, "-R", "-D", firmware.toString());

            assertThat(new Row(
                            row.willDetach(),
                            row.tolerant(),
                            row.keys(),
                            PageTable.oneOf(row.status(), Integer.toString(download.status())),
                            PageTable.oneOf(row.lastLine(), download.lastLine()),
                            persona(device, row)))
                    .as(download.output())
                    .isEqualTo(row);
            assertThat(store.stored("firmware")).hasBinaryContent(Files.readAllBytes(firmware));
        }
    }

    private static String persona(RunningDevice device, Row row) {
        if (row.persona().equals("run-time")) {
            device.awaitLine("leaving DFU mode for run-time");
            device.awaitLine("configured by the host");
            return "run-time";
        }
        try (UsbHost host = UsbHost.of(0x1209, 0x0002)) {
            return host.isGone() ? "gone" : "DFU mode";
        }
    }
}
