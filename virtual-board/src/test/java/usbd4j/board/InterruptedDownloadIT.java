package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.stack.SetupPacket;

/** A download that comes to no end: the firmware stays the one before, and the next one is taken. */
class InterruptedDownloadIT {
    private static final byte ERR_POR = 0x0D;
    private static final byte DFU_ERROR = 10;

    @TempDir
    private Path directory;

    @Test
    void theOldFirmwareStaysAndTheNextIsTaken() throws IOException {
        FirmwareStore store = new FirmwareStore(directory);
        Path old = store.firmware(5000);
        RunningDevice killed = store.configured();
        download(killed, old, "-R");
        awaitRunTime(killed);

        // A reset in the middle.
        begin(killed);
        try (UsbHost host = inDfuMode()) {
            host.reset();
        }
        killed.awaitLine("bus reset: leaving DFU mode for run-time");
        awaitRunTime(killed);
        assertKept(store, old);

        // A host that stops, and another that comes later.
        begin(killed);
        Path next = store.firmware(6000);
        download(killed, next, "-R");
        awaitRunTime(killed);
        assertKept(store, next);

        begin(killed);
        killed.signal("KILL");
        killed.statusAtEnd();

        try (RunningDevice device = store.configured()) {
            assertKept(store, store.firmware(6000));
            detach(device);
            try (UsbHost host = inDfuMode()) {
                assertThat(status(host)).startsWith(ERR_POR).endsWith(DFU_ERROR, (byte) 0);
            }
            download(device, old);
            assertKept(store, old);
        }
    }

    /** Brings the device into DFU mode, and sends it a block. */
    private static void begin(RunningDevice device) {
        detach(device);
        try (UsbHost host = inDfuMode()) {
            assertThat(host.control(new SetupPacket(0x21, 1, 0, 0, 64), new byte[64]))
                    .isPresent();
            device.awaitLine("DNLOAD (wBlockNum 0, wLength 64) -> 64 bytes");
        }
    }

    private static void detach(RunningDevice device) {
        assertThat(Tool.dfuUtil("-e", "-d", "1209:0001").output()).contains("Device will detach");
        device.awaitLine("on the bus as 1209:0002");
        device.awaitLine("configured by the host");
    }

    private static void download(RunningDevice device, Path file, String... options) {
        Tool download = Tool.run(
                Tool.join(List.of("dfu-util", "-d", FirmwareStore.EITHER_MODE, "-D", file.toString()), options));
        assertThat(download.output()).contains("Download done.");
        device.awaitLine("the new firmware has");
    }

    private static void awaitRunTime(RunningDevice device) {
        device.awaitLine("on the bus as 1209:0001");
        device.awaitLine("configured by the host");
    }

    private static void assertKept(FirmwareStore store, Path file) throws IOException {
        assertThat(store.stored("firmware")).hasBinaryContent(Files.readAllBytes(file));
    }

    private static UsbHost inDfuMode() {
        return UsbHost.of(0x1209, 0x0002);
    }

    private static byte[] status(UsbHost host) {
        return host.control(new SetupPacket(0xA1, 3, 0, 0, 6)).orElseThrow();
    }
}
