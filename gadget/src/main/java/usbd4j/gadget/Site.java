package usbd4j.gadget;

import java.lang.System.Logger.Level;
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

    /**
     * Logs that a host can see the device.
     *
     * @param vendorAndProduct idVendor and idProduct, such as "1209:0001"
     * @param where the device controller, or what is in its place, and the path there if it is known
     */
    static void logShown(String vendorAndProduct, String where) {
        System.getLogger(Site.class.getName())
                .log(
                        Level.INFO,
                        "on the bus as {0} at {1}; waiting for a host, press Ctrl-C to stop",
                        vendorAndProduct,
                        where);
    }

    /** Takes the device off the bus. */
    void hide();

    /** Leaves the board as it was found. The bus must be closed. */
    @Override
    void close();
}
