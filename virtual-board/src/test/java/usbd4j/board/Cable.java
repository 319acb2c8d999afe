package usbd4j.board;

import java.nio.file.Path;

/** The cable between the board and its host: the controller's own switch for it. */
final class Cable {
    private static final Path SWITCH = Path.of("/sys/class/udc/dummy_udc.0/soft_connect");

    private Cable() {}

    static void unplug() {
        UsbHost.write(SWITCH, "disconnect");
    }

    static void plug() {
        UsbHost.write(SWITCH, "connect");
    }
}
