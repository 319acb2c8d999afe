package usbd4j.board;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import usbd4j.gadget.transcript.ConsoleLoggerFinder;

/**
 * The same on a device that writes each event to a slow console. The host then often gives a request up between two calls of
 * the device to the kernel, which happens once in thousands of requests otherwise.
 */
class GadgetFsSlowDeviceIT extends GadgetFsBusIT {
    /** More than the patience of the contract's most impatient hosts. */
    private static final Duration LINE = Duration.ofMillis(3);

    private final PrintStream console = System.err;

    @BeforeEach
    final void writeEventsToASlowConsole() {
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                if (line.contains("GadgetFS event")) {
                    LockSupport.parkNanos(LINE.toNanos());
                }
            }
        });
        ConsoleLoggerFinder.show(Level.TRACE);
    }

    @AfterEach
    final void writeToTheConsoleAgain() {
        ConsoleLoggerFinder.show(Level.INFO);
        System.setErr(console);
    }
}
