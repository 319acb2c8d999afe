package usbd4j.stack.descriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All descriptors of a device.
 *
 * @param device the device descriptor
 * @param configurations the configurations, in the order of bConfigurationValue, from 1
 * @param strings the strings that the other descriptors refer to by index
 * @param bos the BOS descriptor, if the device has capabilities
 */
public record Descriptors(
        DeviceDescriptor device, List<Configuration> configurations, StringTable strings, Optional<BosDescriptor> bos) {
    /** Hosts read the BOS descriptor from this bcdUSB on. */
    private static final int WITH_BOS = 0x0201;

    private static final int MISCELLANEOUS = 0xEF;

    /** Keeps a copy. */
    public Descriptors {
        configurations = List.copyOf(configurations);
    }

    /**
     * Builds the descriptors of a device with one configuration.
     *
     * @param identity the device's IDs, release number and strings
     * @param interfaces the interfaces in the order of their descriptors
     * @return the device's descriptors
     */
    public static Descriptors of(Identity identity, List<UsbInterface> interfaces) {
        return of(identity, List.of(UsbConfiguration.of(interfaces)), List.of(), List.of());
    }

    /**
     * Builds the descriptors of a device: assigns configuration, interface and endpoint numbers and string indexes.
     *
     * @param identity the device's IDs, release number and strings
     * @param declared the configurations in the order of bConfigurationValue
     * @param capabilities the device capabilities for the BOS descriptor
     * @param unreferenced strings that no descriptor refers to; numbered before those of the configurations
     * @return the device's descriptors
     */
    public static Descriptors of(
            Identity identity,
            List<UsbConfiguration> declared,
            List<DeviceCapability> capabilities,
            List<UsbString> unreferenced) {
        Optional<BosDescriptor> bos =
                capabilities.isEmpty() ? Optional.empty() : Optional.of(new BosDescriptor(capabilities));
        StringTable.Builder strings = new StringTable.Builder();
        // A device with an interface association declares it in bDeviceClass (USB ECN "Interface Association
        // Descriptor").
        boolean isAssociated = declared.stream()
                .flatMap(each -> each.interfaces().stream())
                .anyMatch(each -> each.association().isPresent());
        DeviceDescriptor device = new DeviceDescriptor(
                bos.isPresent() ? WITH_BOS : 0x0200,
                isAssociated ? MISCELLANEOUS : 0,
                isAssociated ? 2 : 0,
                isAssociated ? 1 : 0,
                64,
                identity.idVendor(),
                identity.idProduct(),
                identity.bcdDevice(),
                strings.index(identity.manufacturer()),
                strings.index(identity.product()),
                strings.index(identity.serialNumber()),
                declared.size());
        unreferenced.forEach(each -> strings.index(Optional.of(each)));
        List<Configuration> configurations = new ArrayList<>();
        for (UsbConfiguration each : declared) {
            configurations.add(Configuration.number(each, configurations.size() + 1, strings));
        }
        return new Descriptors(device, configurations, strings.build(), bos);
    }

    /**
     * {@return the descriptors of the device at a speed} Super speed has another device descriptor, and a BOS descriptor always.
     *
     * @param speed the speed of the bus
     */
    public Descriptors at(Speed speed) {
        if (speed != Speed.SUPER) {
            return this;
        }
        BosDescriptor declared = bos.orElseGet(() -> new BosDescriptor(List.of()));
        return new Descriptors(device.atSuperSpeed(), configurations, strings, Optional.of(declared.atSuperSpeed()));
    }

    /** {@return the first configuration; most devices have only one} */
    public Configuration configuration() {
        return configurations.get(0);
    }
}
