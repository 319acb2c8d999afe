package usbd4j.stack.descriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that a bus needs to show a device.
 *
 * @param device the device descriptor
 * @param configurations its configurations, in the order of their bConfigurationValue, from 1
 * @param strings what the indexes in the others point to
 * @param bos what else it can do
 */
public record Descriptors(
        DeviceDescriptor device, List<Configuration> configurations, StringTable strings, Optional<BosDescriptor> bos) {
    /** From this bcdUSB on a host asks for the BOS. */
    private static final int WITH_BOS = 0x0201;

    private static final int MISCELLANEOUS = 0xEF;

    /** Keeps a copy. */
    public Descriptors {
        configurations = List.copyOf(configurations);
    }

    /**
     * Numbers the interfaces and strings of a device with one configuration.
     *
     * @param identity who the device says it is
     * @param interfaces what its classes declare, in the order of the numbers they shall get
     * @return the device's descriptors
     */
    public static Descriptors of(Identity identity, List<UsbInterface> interfaces) {
        return of(identity, List.of(UsbConfiguration.of(interfaces)), List.of(), List.of());
    }

    /**
     * Numbers a device's configurations, interfaces and strings.
     *
     * @param identity who the device says it is
     * @param declared its configurations, in the order of the numbers they shall get
     * @param capabilities what it can do as a whole
     * @param unreferenced strings that no descriptor points to. They come before those of the configurations, since FunctionFS
     *     drops what comes after the last one that a descriptor points to
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
        // A device with an association tells so in its own class (USB ECN "Interface Association Descriptor").
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

    /** {@return the first configuration, which most devices have no other than} */
    public Configuration configuration() {
        return configurations.get(0);
    }
}
