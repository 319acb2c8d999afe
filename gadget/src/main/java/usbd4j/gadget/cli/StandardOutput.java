package usbd4j.gadget.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Standard output, which remembers what kept it from being written: writers and print streams do not. */
final class StandardOutput extends FilterOutputStream {
    private @Nullable IOException trouble;

    /**
     * Creates it.
     *
     * @param file where it goes
     */
    StandardOutput(OutputStream file) {
        super(file);
    }

    PrintWriter writer() {
        return new PrintWriter(this, false, UTF_8);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        try {
            out.write(bytes, offset, count);
        } catch (IOException e) {
            trouble = e;
            throw e;
        }
    }

    /** {@return why something is missing in it, unless nobody reads it any more, as in "usbd4j device keys | head"} */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble)
                .map(IOException::getMessage)
                .filter(message -> !message.equals("Broken pipe"));
    }
}
