package usbd4j.gadget;

import usbd4j.stack.UsbBus;

/** Where on the board a device is served. */
public interface Site extends AutoCloseable {
    /** {@return a new bus there, not open} */
    UsbBus bus();

    /** Called with the bus open: a host can see the device from now on. */
    void show();

    /** A host sees the device no more. */
    void hide();

    /** Leaves the board as it was found. The bus must be closed. */
    @Override
    void close();
}
