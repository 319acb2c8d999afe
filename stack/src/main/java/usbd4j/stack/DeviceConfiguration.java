package usbd4j.stack;

import java.util.List;
import java.util.Optional;
import usbd4j.stack.descriptor.Power;
import usbd4j.stack.descriptor.UsbString;

/**
 * Classes that work together in one configuration of a device. Most devices have one; neither of the kernel's interfaces
 * can show several.
 *
 * @param classes in the order of their interfaces' numbers; each in one configuration only
 * @param power where the device has its power from
 * @param name what iConfiguration shall point to
 */
public record DeviceConfiguration(List<UsbClass> classes, Power power, Optional<UsbString> name) {
    /** Keeps a copy. */
    public DeviceConfiguration {
        classes = List.copyOf(classes);
    }

    /**
     * {@return a nameless configuration with power from the bus}
     *
     * @param classes in the order of their interfaces' numbers
     */
    public static DeviceConfiguration of(List<? extends UsbClass> classes) {
        return new DeviceConfiguration(List.copyOf(classes), Power.FROM_THE_BUS, Optional.empty());
    }
}
