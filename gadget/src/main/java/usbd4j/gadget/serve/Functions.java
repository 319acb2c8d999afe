package usbd4j.gadget.serve;

import java.util.List;
import java.util.function.Consumer;
import usbd4j.stack.UsbClass;

/** Makes the classes of a persona. */
@FunctionalInterface
interface Functions {
    /**
     * {@return new classes}
     *
     * @param leave called by a class, on the device thread, when the device is to leave the bus
     */
    List<UsbClass> make(Consumer<Departure> leave);
}
