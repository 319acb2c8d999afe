package usbd4j.gadget.serve;

import java.util.Optional;
import usbd4j.gadget.usbip.NetworkAddress;
import usbd4j.stack.descriptor.Speed;

/**
 * What a device is served through.
 *
 * @param kind the interface
 * @param address where clients of USB/IP ask for the device; of no meaning for the others
 * @param speed the speed at which the device is shown, for a controller the highest; empty for what the bus has by itself
 */
public record ServedBus(BusKind kind, NetworkAddress address, Optional<Speed> speed) {
    private static final String WITH_ADDRESS = BusKind.USBIP + ":";

    /** One without an address and a speed of its own. */
    public ServedBus(BusKind kind) {
        this(kind, NetworkAddress.LOOPBACK);
    }

    private ServedBus(BusKind kind, NetworkAddress address) {
        this(kind, address, Optional.empty());
    }

    /**
     * {@return the same at a speed}
     *
     * @param asked the speed; empty for what the bus has by itself
     */
    public ServedBus at(Optional<Speed> asked) {
        return new ServedBus(kind, address, asked);
    }

    /** {@return the speed of a bus that is no controller's} */
    Speed speedInSoftware() {
        return speed.orElse(Speed.HIGH);
    }

    /**
     * {@return what a text says}
     *
     * @param text {@code functionfs}, {@code gadgetfs}, {@code vhci}, {@code usbip} or {@code usbip:ADDRESS:PORT}
     * @throws IllegalArgumentException if it is something else
     */
    public static ServedBus of(String text) {
        return text.startsWith(WITH_ADDRESS)
                ? new ServedBus(BusKind.USBIP, NetworkAddress.of(text.substring(WITH_ADDRESS.length())))
                : new ServedBus(BusKind.of(text));
    }
}
