package usbd4j.board;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/**
 * The same on a device that writes each event to a slow console. The host then often gives a request up between two calls of
 * the device to the kernel, which happens once in thousands of requests otherwise.
 */
class GadgetFsSlowDeviceIT extends GadgetFsBusIT {
    /** More than the patience of the contract's most impatient hosts. */
    private static final Duration LINE = Duration.ofMillis(3);

    private final SlowConsole console = new SlowConsole("GadgetFS event", () -> LINE);

    @AfterEach
    final void endSlowness() {
        console.close();
    }
}
