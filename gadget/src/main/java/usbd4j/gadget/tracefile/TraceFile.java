package usbd4j.gadget.tracefile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.trace.Attached;
import usbd4j.gadget.trace.Lost;
import usbd4j.gadget.trace.Note;
import usbd4j.gadget.trace.TraceEvent;
import usbd4j.gadget.trace.TraceListener;
import usbd4j.stack.linux.Niceness;

/**
 * Writes a trace to a file, on a thread of its own: the device does not wait. What comes while too much is waiting already is counted,
 * and the count written in its place.
 */
public final class TraceFile implements TraceListener, AutoCloseable {
    private static final Logger LOG = System.getLogger(TraceFile.class.getName());
    private static final int MOST_EVENTS = 16_384;
    private static final int MOST_BYTES = 8 << 20;
    private static final int AT_ONCE = 64 << 10;

    /** On one processor the writer would otherwise run at each event. */
    private static final int NICE = 5;

    private static final Note END = new Note(Instant.EPOCH, "");

    private final BlockingQueue<TraceEvent> waiting = new ArrayBlockingQueue<>(MOST_EVENTS);
    private final AtomicInteger bytes = new AtomicInteger();
    private final RotatingFile file;
    private final TraceFormat format;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Thread thread = new Thread(this::write, "trace");
    private TraceListener encoder;
    private long lost;
    private @Nullable Attached last;

    /** On a full disk before the device has. */
    private volatile boolean hasEnded;

    private TraceFile(RotatingFile file, TraceFormat format) {
        this.file = file;
        this.format = format;
        this.encoder = format.encoder(out);
        thread.setDaemon(true);
    }

    /**
     * Begins a trace. A file of that name is replaced.
     *
     * @param path the file, whose name says the format
     * @param limit when the file has as many bytes, it is renamed to the same name with ".1" behind, in place of an earlier one, and
     *     the trace goes on in a new file
     * @return the trace
     * @throws GadgetException if the file cannot be written
     */
    public static TraceFile begin(Path path, long limit) {
        TraceFormat format = TraceFormat.of(path);
        try {
            TraceFile trace = new TraceFile(new RotatingFile(path, limit), format);
            trace.file.write(trace.out);
            trace.thread.start();
            return trace;
        } catch (IOException e) {
            throw Reason.unwritable(path, e);
        }
    }

    /** Called on the device thread, and on those that log. */
    @Override
    public synchronized void happened(TraceEvent event) {
        if (hasEnded) {
            return;
        }
        int size = event.data().remaining();
        if (bytes.get() + size > MOST_BYTES || waiting.remainingCapacity() < 2) {
            lost++;
            return;
        }
        // What is missing is told where it is missing: behind what is waiting.
        if (lost > 0) {
            waiting.offer(new Lost(event.time(), missing()));
        }
        // Counted before, as it may be written at once.
        bytes.addAndGet(size);
        waiting.offer(event.kept());
    }

    private synchronized long missing() {
        long count = lost;
        lost = 0;
        return count;
    }

    private void write() {
        try {
            Niceness.ofThisThread(NICE);
            for (TraceEvent event = waiting.take(); event != END; event = waiting.take()) {
                write(event);
            }
            encoder.ended(Instant.now());
            file.write(out);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the trace {0} ends here, the device goes on: {1}", file, Reason.of(e));
        } finally {
            hasEnded = true;
            waiting.clear();
            file.close();
        }
    }

    private void write(TraceEvent event) throws IOException {
        if (event instanceof Attached attached) {
            last = attached;
        }
        encoder.happened(event);
        bytes.addAndGet(-event.data().remaining());
        if (file.isFullWith(out.size())) {
            rotate();
        } else if (waiting.isEmpty() || out.size() >= AT_ONCE) {
            file.write(out);
        }
    }

    /** The new file is whole: it begins as the one before did, and says which device follows. */
    private void rotate() throws IOException {
        encoder.ended(Instant.now());
        file.write(out);
        file.rotate();
        encoder = format.encoder(out);
        if (last != null) {
            encoder.happened(last);
        }
        file.write(out);
    }

    /** Writes what is waiting, and ends the trace. */
    @Override
    public void close() {
        try {
            long count = missing();
            if (count > 0) {
                end(new Lost(Instant.now(), count));
            }
            end(END);
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** On a full disk nobody takes events any more. */
    private void end(TraceEvent last) throws InterruptedException {
        boolean isTold = false;
        while (thread.isAlive() && !isTold) {
            isTold = waiting.offer(last, 100, TimeUnit.MILLISECONDS);
        }
    }
}
