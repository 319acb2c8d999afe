package usbd4j.gadget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import usbd4j.gadget.ExitStatus;

class StandardOutputTest {
    private final StringWriter err = new StringWriter();

    @Test
    void anOutputForWhichThereIsNoRoomIsAFailure() throws IOException {
        try (OutputStream full = new FileOutputStream("/dev/full")) {
            assertThat(status(full, "device", "keys")).isEqualTo(ExitStatus.FAILURE.code());
        }
        assertThat(err).hasToString("usbd4j: cannot write standard output (No space left on device)\n");
    }

    @Test
    void aWrongCommandLineStaysOne() throws IOException {
        try (OutputStream full = new FileOutputStream("/dev/full")) {
            assertThat(status(full, "devise")).isEqualTo(ExitStatus.USAGE.code());
        }
    }

    @Test
    void aReaderThatHasSeenEnoughIsNoFailure() {
        OutputStream left = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        assertThat(status(left, "device", "keys")).isEqualTo(ExitStatus.OK.code());
        assertThat(err.toString()).isEmpty();
    }

    private int status(OutputStream file, String... args) {
        StandardOutput out = new StandardOutput(file);
        return new Program(Main.commands(), new Console(out.writer(), new PrintWriter(err))).execute(out, args);
    }
}
