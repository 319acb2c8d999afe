package usbd4j.gadget.serve;

import java.util.Arrays;
import java.util.Locale;

/** The interfaces through which a device is served. */
public enum BusKind {
    /** One function of a gadget, beside others. */
    FUNCTIONFS("FunctionFS"),
    /** A whole device. */
    GADGETFS("GadgetFS"),
    /** A whole device on this machine itself, without a device controller. */
    VHCI("vhci-hcd"),
    /** A whole device on the machine of a client that imports it over TCP. */
    USBIP("USB/IP");

    private final String kernelsName;

    BusKind(String kernelsName) {
        this.kernelsName = kernelsName;
    }

    /** {@return what the kernel's documentation calls it} */
    public String kernelsName() {
        return kernelsName;
    }

    /**
     * {@return the bus of a name}
     *
     * @param text {@code functionfs}, {@code gadgetfs}, {@code vhci} or {@code usbip}
     * @throws IllegalArgumentException if there is none
     */
    public static BusKind of(String text) {
        return Arrays.stream(values())
                .filter(each -> each.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"%s\" is none of auto, functionfs, gadgetfs, vhci, usbip[:ADDRESS[:PORT]]".formatted(text)));
    }

    /** {@return whether it is a USB device controller that shows the device to a host} */
    public boolean needsController() {
        return this == FUNCTIONFS || this == GADGETFS;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
