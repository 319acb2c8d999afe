package usbd4j.board;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import usbd4j.gadget.transcript.ConsoleLoggerFinder;

/** Shows every event of the bus, on a console so slow that the device waits for it. */
final class SlowConsole implements AutoCloseable {
    private final PrintStream before = System.err;

    /**
     * Slows the device down.
     *
     * @param event a part of the lines that take long
     * @param time how long each takes
     */
    SlowConsole(String event, Supplier<Duration> time) {
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                if (line.contains(event)) {
                    LockSupport.parkNanos(time.get().toNanos());
                }
            }
        });
        ConsoleLoggerFinder.show(Level.TRACE);
    }

    @Override
    public void close() {
        ConsoleLoggerFinder.show(Level.INFO);
        System.setErr(before);
    }
}
