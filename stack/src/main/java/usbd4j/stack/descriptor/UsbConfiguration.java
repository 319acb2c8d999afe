package usbd4j.stack.descriptor;

import java.util.List;
import java.util.Optional;

/**
 * A configuration as it is declared: without numbers.
 *
 * @param interfaces in the order of the numbers they shall get
 * @param power where its power comes from
 * @param name what iConfiguration shall point to
 */
public record UsbConfiguration(List<UsbInterface> interfaces, Power power, Optional<UsbString> name) {
    /** Keeps a copy. */
    public UsbConfiguration {
        interfaces = List.copyOf(interfaces);
    }

    /**
     * {@return a nameless configuration with power from the bus}
     *
     * @param interfaces in the order of the numbers they shall get
     */
    public static UsbConfiguration of(List<UsbInterface> interfaces) {
        return new UsbConfiguration(interfaces, Power.FROM_THE_BUS, Optional.empty());
    }
}
