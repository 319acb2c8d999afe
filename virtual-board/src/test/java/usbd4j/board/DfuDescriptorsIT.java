package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.stack.descriptor.DescriptorType;

/**
 * What the host reads, and what dfu-util makes of it, where the DFU interface and its functional descriptor are not as the
 * specification has them: every row of the second table in {@code docs/dfu-util.md}.
 */
class DfuDescriptorsIT {
    /** Two alternate settings in DFU mode, in which such a device starts: there is nothing in its flash. */
    private static final String MEMORIES =
            "--set=dfu-mode.memory=[{name='A',layout='/0x0/2*1Kg'},{name='B',layout='/0x0/2*1Kg'}]";

    private static final Pattern FOUND = Pattern.compile("Found (Runtime|DFU): .* (intf=\\d+), .* (alt=\\d+), .*");

    @TempDir
    private Path directory;

    /**
     * A row of the table.
     *
     * @param key the key that is set, with its value
     * @param descriptors those that follow the configuration descriptor: an interface with its number, alternate setting and
     *     class, subclass and protocol, a functional descriptor with its length
     * @param lists what dfu-util -l finds; {@code -} for nothing
     * @param says what it says beside, with -v; {@code -} for nothing
     */
    record Row(String key, String descriptors, String lists, String says) {
        static Row of(List<String> cells) {
            return new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3));
        }

        boolean isOfRunTime() {
            return key.startsWith("run-time.");
        }
    }

    static List<Row> rows() throws IOException {
        return PageTable.rows("dfu-util.md", "`run-time.", "`dfu-mode.").stream()
                .map(Row::of)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void areThoseOfTheTable(Row row) {
        try (RunningDevice device = configured(row);
                UsbHost host = UsbHost.of(0x1209, row.isOfRunTime() ? 0x0001 : 0x0002)) {
            Tool list = Tool.dfuUtil("-v", "-l");

            assertThat(new Row(row.key(), descriptors(host), found(list), said(list, row)))
                    .as(list.output())
                    .isEqualTo(row);
        }
    }

    private RunningDevice configured(Row row) {
        String key = "--set=" + row.key();
        return row.isOfRunTime()
                ? RunningDevice.configuredHere("--bus", "vhci", key)
                : new FirmwareStore(directory)
                        .configuredHere("--bus", "vhci", MEMORIES, "--set=functional.version='1.10'", key);
    }

    /** {@return what the host has read, and has in sysfs} */
    private static String descriptors(UsbHost host) {
        byte[] all = host.descriptors();
        List<String> found = new ArrayList<>();
        for (int at = 0; at < all.length; at += all[at]) {
            if (all[at + 1] == DescriptorType.INTERFACE.code()) {
                found.add("interface %d.%d %02x/%02x/%02x"
                        .formatted(all[at + 2], all[at + 3], all[at + 5], all[at + 6], all[at + 7]));
            } else if (all[at + 1] == DfuFunctionalDescriptor.TYPE) {
                found.add("functional " + all[at]);
            }
        }
        return String.join(", ", found);
    }

    private static String found(Tool list) {
        List<String> found = FOUND.matcher(list.output())
                .results()
                .map(each -> String.join(" ", groups(each)))
                .toList();
        return found.isEmpty() ? "-" : String.join(", ", found);
    }

    private static List<String> groups(MatchResult found) {
        return List.of(found.group(1), found.group(2), found.group(3));
    }

    /** {@return the row's cell if that is all that was said, or else what was} Its two streams mix, so that order counts for nothing. */
    private static String said(Tool list, Row row) {
        String said = list.output()
                .replaceFirst("(?s).*libusb version .*?\n", "")
                .replaceAll(FOUND.pattern(), "")
                .replace("dfu-util: ", "")
                .strip();
        String rest = said;
        for (String each : List.of(row.says().split("; "))) {
            rest = rest.replace(each, "");
        }
        boolean isAll = rest.isBlank() && said.isEmpty() == row.says().equals("-");
        return isAll ? row.says() : said;
    }

    /** Both personas have their requests under the number that they show. */
    @Test
    void dfuUtilUpgradesADeviceWithOtherInterfaceNumbers() {
        FirmwareStore store = new FirmwareStore(directory);
        Path firmware = store.firmware(5000);
        try (RunningDevice device = store.configuredHere(
                "--bus",
                "vhci",
                "--set=run-time.interface-number=3",
                "--set=dfu-mode.interface-number=7",
                "--set=dfu-mode.leave-after-detach=1000")) {
            Tool download = Tool.dfuUtil("-d", FirmwareStore.EITHER_MODE, "-R", "-D", firmware.toString());

            assertThat(download.status()).as(download.output()).isZero();
            device.awaitLine("the new firmware has 5000 bytes");
            device.awaitLine("leaving DFU mode for run-time");
            device.awaitLine("configured by the host");
            assertThat(store.stored("firmware")).hasSameBinaryContentAs(firmware);
        }
    }
}
