package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code usbd4j run --trace}: what the device saw is what the host's kernel recorded, and Wireshark understands it. */
class TraceIT {
    /** What of a packet is the same on both sides; addresses and times are not. */
    private static final List<String> FIELDS = List.of(
            "usb.urb_type",
            "usb.endpoint_address",
            "usb.urb_status",
            "usb.bmRequestType",
            "usb.setup.bRequest",
            "usb.setup.wValue",
            "usb.setup.wIndex",
            "usb.setup.wLength",
            "usb.data_len",
            "usb.capdata");

    @TempDir
    private Path directory;

    @Test
    void isWhatUsbmonRecordsOfAWholeUpgrade() throws IOException {
        Path seen = directory.resolve("device.pcapng");
        Path recorded = directory.resolve("host.pcapng");
        FirmwareStore store = new FirmwareStore(directory);
        Path firmware = store.firmware(10_000);
        try (UsbMon mon = UsbMon.recording(recorded)) {
            try (RunningDevice device = store.configured("--trace", seen.toString())) {
                Tool download = Tool.dfuUtil("-d", FirmwareStore.EITHER_MODE, "-R", "-D", firmware.toString());

                assertThat(download.output()).contains("Download done.");
                device.awaitLine("leaving DFU mode for run-time");
                device.awaitLine("configured by the host");
            }
        }

        assertThat(tshark(seen, "_ws.malformed", "-e", "frame.number")).isEmpty();
        assertThat(classRequests(seen)).isNotEmpty().isEqualTo(classRequests(recorded));
    }

    @Test
    void wiresharkNamesEveryRequest() {
        Path seen = directory.resolve("device.pcapng");
        FirmwareStore store = new FirmwareStore(directory);
        Path firmware = store.firmware(3000);
        try (RunningDevice device = store.configured("--trace", seen.toString())) {
            Tool.dfuUtil("-d", FirmwareStore.EITHER_MODE, "-R", "-D", firmware.toString());
            device.awaitLine("leaving DFU mode for run-time");
            device.awaitLine("configured by the host");
        }

        Tool listed = Tool.run("tshark", "-r", seen.toString(), "-Y", "usbdfu || usb.bmRequestType.type == 1");
        assertThat(listed.output())
                .contains("DFU_DETACH", "DFU_DNLOAD", "DFU_GETSTATUS")
                .doesNotContain("URB_CONTROL out");
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

    /** Both packets of each class request, in their order. */
    private static List<String> classRequests(Path capture) {
        String[] fields =
                FIELDS.stream().flatMap(each -> List.of("-e", each).stream()).toArray(String[]::new);
        return tshark(capture, "usb.bmRequestType.type == 1 || usbdfu", fields);
    }

    private static List<String> tshark(Path capture, String filter, String... fields) {
        Tool shown =
                Tool.run(Tool.join(List.of("tshark", "-r", capture.toString(), "-T", "fields", "-Y", filter), fields));
        assertThat(shown.status()).as(shown.output()).isZero();
        return Arrays.stream(shown.output().split("\n"))
                .filter(line -> !line.isBlank() && !line.startsWith("Running as user"))
                .toList();
    }
}
