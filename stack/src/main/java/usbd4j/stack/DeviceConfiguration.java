package usbd4j.stack;

import java.util.List;
import java.util.Optional;
import usbd4j.stack.descriptor.Power;
import usbd4j.stack.descriptor.UsbString;

/**
 * The classes of one configuration of a device. Most devices have one configuration; FunctionFS and GadgetFS support only
 * one.
 *
 * @param classes the classes in the order of their interfaces; a class belongs to one configuration only
 * @param power the power source and maximum current
 * @param name the string for iConfiguration
 */
public record DeviceConfiguration(List<UsbClass> classes, Power power, Optional<UsbString> name) {
    /** Keeps a copy. */
    public DeviceConfiguration {
        classes = List.copyOf(classes);
    }

    /**
     * {@return a bus-powered configuration without a name}
     *
     * @param classes the classes in the order of their interfaces
     */
    public static DeviceConfiguration of(List<? extends UsbClass> classes) {
        return new DeviceConfiguration(List.copyOf(classes), Power.FROM_THE_BUS, Optional.empty());
    }
}
