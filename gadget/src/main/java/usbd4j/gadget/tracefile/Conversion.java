package usbd4j.gadget.tracefile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.trace.TraceEvent;
import usbd4j.gadget.trace.TraceListener;

/** Writes a trace that has been read to a file, an event at a time. */
public final class Conversion implements TraceListener, AutoCloseable {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final RotatingFile file;
    private final TraceListener encoder;
    private Instant last = Instant.EPOCH;

    private Conversion(RotatingFile file, TraceFormat format) {
        this.file = file;
        this.encoder = format.encoder(out);
    }

    /**
     * Begins to write.
     *
     * @param path the file, whose name says the format
     * @return what takes the events
     * @throws GadgetException if it cannot be written
     */
    public static Conversion to(Path path) {
        try {
            return new Conversion(new RotatingFile(path, Long.MAX_VALUE), TraceFormat.of(path));
        } catch (IOException e) {
            throw Reason.unwritable(path, e);
        }
    }

    private void flush() {
        try {
            file.write(out);
        } catch (IOException e) {
            throw Reason.unwritable(file, e);
        }
    }

    @Override
    public void happened(TraceEvent event) {
        last = event.time();
        encoder.happened(event);
        flush();
    }

    @Override
    public void close() {
        encoder.ended(last);
        flush();
        file.close();
    }
}
