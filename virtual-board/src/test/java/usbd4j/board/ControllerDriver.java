package usbd4j.board;

import java.nio.file.Files;
import java.nio.file.Path;

/** The driver of the board's controller: without it the controller is gone, as when a port becomes a host's. */
final class ControllerDriver {
    private static final Path DRIVER = Path.of("/sys/bus/platform/drivers/dummy_udc");
    private static final String NAME = "dummy_udc.0";
    private static final Path CONTROLLER = Path.of("/sys/class/udc", NAME);

    private ControllerDriver() {}

    static void unbind() {
        UsbHost.write(DRIVER.resolve("unbind"), NAME);
    }

    /** Binds it if it is not bound. */
    static void bind() {
        if (!Files.exists(DRIVER.resolve(NAME))) {
            UsbHost.write(DRIVER.resolve("bind"), NAME);
        }
        Wait.until("the controller is back", () -> Files.exists(CONTROLLER));
    }
}
