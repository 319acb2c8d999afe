package usbd4j.board;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The host's kernel, recording what is on all of its buses. */
final class UsbMon implements AutoCloseable {
    private final Process recorder;

    private UsbMon(Process recorder) {
        this.recorder = recorder;
    }

    /** {@return a recording, once it has begun} */
    static UsbMon recording(Path file) {
        Tool.succeed("modprobe", "usbmon");
        try {
            UsbMon mon = new UsbMon(new ProcessBuilder("dumpcap", "-q", "-i", "usbmon0", "-w", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
            Wait.until("usbmon records", () -> Files.exists(file));
            return mon;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it, when all that has happened is in the file. */
    @Override
    public void close() {
        recorder.destroy();
        try {
            recorder.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
