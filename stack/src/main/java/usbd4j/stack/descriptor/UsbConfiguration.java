package usbd4j.stack.descriptor;

import java.util.List;
import java.util.Optional;

/**
 * A configuration as declared, before numbers are assigned.
 *
 * @param interfaces the interfaces in the order of their descriptors
 * @param power the power source and maximum current
 * @param name the string for iConfiguration
 */
public record UsbConfiguration(List<UsbInterface> interfaces, Power power, Optional<UsbString> name) {
    /** Keeps a copy. */
    public UsbConfiguration {
        interfaces = List.copyOf(interfaces);
    }

    /**
     * {@return a bus-powered configuration without a name}
     *
     * @param interfaces the interfaces in the order of their descriptors
     */
    public static UsbConfiguration of(List<UsbInterface> interfaces) {
        return new UsbConfiguration(interfaces, Power.FROM_THE_BUS, Optional.empty());
    }
}
