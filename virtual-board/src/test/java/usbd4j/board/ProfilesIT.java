package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How dfu-util ends with each profile: every row of the table in {@code docs/profiles.md}. */
class ProfilesIT {
    private static final Path PROFILES = Path.of("profiles");

    @TempDir
    private Path directory;

    /**
     * A row of the table.
     *
     * @param profile its name
     * @param does what the device does
     * @param status dfu-util's exit status; several if it depends on which is faster, the device or dfu-util
     * @param lastLine the last line that it prints; several for the same reason
     */
    record Row(String profile, String does, String status, String lastLine) {
        static Row of(List<String> cells) {
            return new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3));
        }
    }

    static List<Row> rows() throws IOException {
        return PageTable.rows("profiles.md", "`").stream().map(Row::of).toList();
    }

    @Test
    void thereIsARowForEachProfile() throws IOException {
        try (Stream<Path> files = Files.list(PROFILES)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".toml")))
                    .containsExactlyInAnyOrderElementsOf(
                            rows().stream().map(row -> row.profile() + ".toml").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void endsAsTheTableSays(Row row) throws IOException {
        List<String> profile = Files.readAllLines(PROFILES.resolve(row.profile() + ".toml"));
        FirmwareStore files = new FirmwareStore(directory);
        try (RunningDevice device =
                RunningDevice.configuredHere("--bus", "vhci", "--store", files.store(), "--device", row.profile())) {
            Tool tool = Tool.run("sh", "-c", command(profile, files));

            assertThat(new Row(
                            row.profile(),
                            profile.get(0).substring("# ".length()),
                            PageTable.oneOf(row.status(), Integer.toString(tool.status())),
                            PageTable.oneOf(row.lastLine(), said(tool))))
                    .as("%s%n%s", tool.output(), device.lastLines())
                    .isEqualTo(row);
        }
    }

    /** {@return the command that the profile's comment tells to try, with files of this test} */
    private String command(List<String> profile, FirmwareStore files) {
        String start = "# Try: ";
        return profile.stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow()
                .substring(start.length())
                .replace("FILE", files.firmware(10_000).toString())
                .replace("OUT", directory.resolve("uploaded").toString());
    }

    /** {@return the last line; of a message that follows the progress on its line, the message} */
    private static String said(Tool tool) {
        return tool.lastLine()
                .replaceAll("\\s+", " ")
                .replaceFirst("^.*(?=dfu-util: )", "")
                .strip();
    }
}
