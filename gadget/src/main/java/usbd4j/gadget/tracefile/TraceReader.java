package usbd4j.gadget.tracefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.capture.Capture;
import usbd4j.gadget.trace.TraceSource;

/** Reads the traces of this program, and what others have recorded. */
public final class TraceReader {
    private TraceReader() {}

    /**
     * {@return what reads a file}
     *
     * @param file a trace in JSON lines, or a capture for Wireshark; its first bytes say which
     * @throws GadgetException if it cannot be read
     */
    public static TraceSource of(Path file) {
        try {
            if (Files.readAttributes(file, BasicFileAttributes.class).isOther()) {
                throw new GadgetException(
                        ExitStatus.TRACE,
                        "cannot read the trace %s: it is no file, and a trace is read more than once; write it to a file first"
                                .formatted(file));
            }
            return Capture.isIn(file) ? new Capture(file) : new JsonLinesReader(file);
        } catch (IOException e) {
            throw new GadgetException(
                    ExitStatus.TRACE, "cannot read the trace %s: %s".formatted(file, Reason.of(e)), e);
        }
    }
}
