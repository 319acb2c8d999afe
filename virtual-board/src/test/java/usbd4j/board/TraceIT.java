package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code usbd4j run --trace}: what the device saw is what the host's kernel recorded, and Wireshark understands it. */
class TraceIT {
    /** Wireshark knows by itself the DFU devices of a few products only. */
    private static final List<String> AS_DFU =
            List.of("-d", "usb.product==0x12090001,usbdfu", "-d", "usb.product==0x12090002,usbdfu");

    /** The kernel's own, on every bus. */
    private static final String SET_ADDRESS = "0x00 5 ";

    @TempDir
    private Path directory;

    /** On FunctionFS the kernel answers what is not of the class. */
    @Test
    void hasTheClassRequestsThatUsbmonRecords() {
        Captures captures = upgrade();

        assertThat(CapturedTransfer.ofClass(captures.device()))
                .isNotEmpty()
                .isEqualTo(CapturedTransfer.ofClass(captures.host()));
    }

    /** The words are the same, whichever side has recorded them. */
    @Test
    @Tag("short")
    void tellsWhatUsbmonRecordedInTheSameWords() {
        Captures captures = upgrade("--bus", "vhci");

        assertThat(requests(captures.host()))
                .contains("DETACH (wTimeout 1000) -> done", "DNLOAD (wBlockNum 0, wLength 4096) -> 4096 bytes")
                .isEqualTo(requests(captures.device()));
    }

    private static List<String> requests(Path capture) {
        Tool shown = Tool.usbd4j("trace", "show", capture.toString());
        assertThat(shown.status()).as(shown.output()).isZero();
        return shown.output()
                .lines()
                .map(line -> line.substring("00:00:00.000 ".length()))
                .filter(line -> line.matches("[A-Z]{3,} .*|[A-Z]{3,}"))
                .toList();
    }

    /** Through vhci-hcd the device answers everything. */
    @Test
    void hasEveryTransferThatUsbmonRecords() {
        Captures captures = upgrade("--bus", "vhci");

        assertThat(CapturedTransfer.all(captures.device()))
                .isNotEmpty()
                .isEqualTo(CapturedTransfer.all(captures.host()).stream()
                        .filter(each -> !each.request().startsWith(SET_ADDRESS))
                        .toList());
    }

    @Test
    void wiresharkNamesEveryRequest() {
        Captures captures = upgrade();
        Path seen = captures.device();

        List<String> named = Tshark.list(seen, AS_DFU, "usbdfu");
        assertThat(named)
                .anySatisfy(line -> assertThat(line).contains("Sent Command: Detach"))
                .anySatisfy(line -> assertThat(line).contains("Sent Command: Download Block Number=0"))
                .anySatisfy(line -> assertThat(line).contains("Rcvd Response: Get Status", "State: dfuIdle"));
        assertThat(Tshark.list(seen, AS_DFU, "usb.bmRequestType == 0xa1 || usb.bmRequestType == 0x21"))
                .allSatisfy(line -> assertThat(line).contains("USB DFU"));
        assertThat(Tshark.list(seen, List.of(), "_ws.malformed")).isEmpty();
        // To Wireshark's dissector, the DNLOAD without data that ends a download is malformed, from whichever side.
        assertThat(Tshark.list(seen, AS_DFU, "_ws.malformed"))
                .hasSameSizeAs(Tshark.list(captures.host(), AS_DFU, "_ws.malformed"));
    }

    /** What the two sides recorded of an upgrade. */
    private record Captures(Path device, Path host) {}

    private Captures upgrade(String... options) {
        Path seen = directory.resolve("device.pcapng");
        Path recorded = directory.resolve("host.pcapng");
        FirmwareStore store = new FirmwareStore(directory);
        try (UsbMon mon = UsbMon.recording(recorded);
                RunningDevice device = store.configured(
                        Tool.join(List.of(options), "--trace", seen.toString()).toArray(String[]::new))) {
            Tool download = Tool.dfuUtil(
                    "-d",
                    FirmwareStore.EITHER_MODE,
                    "-R",
                    "-D",
                    store.firmware(10_000).toString());

            assertThat(download.output()).contains("Download done.");
            device.awaitLine("leaving DFU mode for run-time");
            device.awaitLine("configured by the host");
        }
        return new Captures(seen, recorded);
    }

    @Test
    void aFullDiskEndsTheTraceAndNotTheDevice() throws IOException {
        SmallDisk disk = SmallDisk.mountedAt(directory.resolve("disk").toString());
        try {
            FirmwareStore store = new FirmwareStore(directory);
            Path trace = disk.directory().resolve("trace.jsonl");
            try (RunningDevice device = store.configured("--trace", trace.toString())) {
                Tool download = Tool.dfuUtil(
                        "-d",
                        FirmwareStore.EITHER_MODE,
                        "-D",
                        store.firmware(100_000).toString());

                device.awaitLine("the trace " + trace + " ends here, the device goes on: No space left on device");
                device.awaitLine("the new firmware has 100000 bytes");
                assertThat(download.output()).contains("Download done.");
            }
            Tool shown = Tool.usbd4j("trace", "show", trace.toString());
            assertThat(shown.status()).as(shown.output()).isZero();
            assertThat(shown.output()).contains("DNLOAD (wBlockNum 0, wLength 4096) -> 4096 bytes");
        } finally {
            disk.unmount();
        }
    }

    @Test
    void survivesAKill() {
        Path trace = directory.resolve("trace.jsonl");
        RunningDevice killed = RunningDevice.configured("--trace", trace.toString());
        assertThat(Tool.dfuUtil("-e").status()).isZero();
        killed.awaitLine("DETACH");
        killed.signal("KILL");
        assertThat(killed.statusAtEnd()).isEqualTo(137);

        Tool shown = Tool.usbd4j("trace", "show", trace.toString());
        assertThat(shown.output()).contains("1209:0001 on the bus as run-time", "DETACH (wTimeout 1000) -> done");
        Tool.succeed(RunningDevice.PROGRAM.get(0), "remove");
    }
}
