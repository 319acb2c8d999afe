package usbd4j.gadget.serve;

import usbd4j.gadget.usbip.NetworkAddress;

/**
 * What a device is served through.
 *
 * @param kind the interface
 * @param address where clients of USB/IP ask for the device; of no meaning for the others
 */
public record ServedBus(BusKind kind, NetworkAddress address) {
    private static final String WITH_ADDRESS = BusKind.USBIP + ":";

    /** One without an address of its own. */
    public ServedBus(BusKind kind) {
        this(kind, NetworkAddress.LOOPBACK);
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
