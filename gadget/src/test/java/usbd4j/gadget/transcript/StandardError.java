package usbd4j.gadget.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.util.List;

/** Keeps what is written to standard error, from its construction to its close. */
public final class StandardError implements AutoCloseable {
    private static final String TIME = "\\d\\d:\\d\\d:\\d\\d\\.\\d\\d\\d ";

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public StandardError(Level shown) {
        ConsoleLoggerFinder.show(shown);
        System.setErr(new PrintStream(bytes, true, UTF_8));
    }

    /** {@return all lines so far} */
    public List<String> lines() {
        return bytes.toString(UTF_8).lines().toList();
    }

    /** {@return all lines so far, without the time} */
    /** {@return what was written, without the times} */
    public List<String> linesWithoutTime() {
        return lines().stream().map(line -> line.replaceFirst("^" + TIME, "")).toList();
    }

    @Override
    public void close() {
        System.setErr(before);
        ConsoleLoggerFinder.show(Level.INFO);
    }
}
