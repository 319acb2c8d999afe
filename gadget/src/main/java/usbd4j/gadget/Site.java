package usbd4j.gadget;

import java.nio.file.Path;
import java.util.Optional;
import usbd4j.stack.UsbBus;

/** The place on the board where a persona is served. */
public interface Site extends AutoCloseable {
    /** {@return a new bus, not open yet} */
    UsbBus bus();

    /** {@return the directory of the USB device controller in sysfs; empty if there is none} */
    Optional<Path> controller();

    /** Called with the bus open: puts the device on the bus. */
    void show();

    /** Takes the device off the bus. */
    void hide();

    /** Leaves the board as it was found. The bus must be closed. */
    @Override
    void close();
}
