package usbd4j.stack.descriptor;

import java.util.List;

/**
 * All that a bus needs to show a device.
 *
 * @param device the device descriptor
 * @param configuration the one configuration
 * @param strings what the indexes in the other two point to
 */
public record Descriptors(DeviceDescriptor device, Configuration configuration, StringTable strings) {
    /**
     * Numbers a device's interfaces and strings.
     *
     * @param identity who the device says it is
     * @param interfaces what its classes declare, in the order of the numbers they shall get
     * @return the device's descriptors
     */
    public static Descriptors of(Identity identity, List<UsbInterface> interfaces) {
        StringTable.Builder strings = new StringTable.Builder();
        DeviceDescriptor device = new DeviceDescriptor(
                0x0200,
                0,
                0,
                0,
                64,
                identity.idVendor(),
                identity.idProduct(),
                identity.bcdDevice(),
                strings.index(identity.manufacturer()),
                strings.index(identity.product()),
                strings.index(identity.serialNumber()),
                1);
        Configuration configuration = Configuration.number(interfaces, strings);
        return new Descriptors(device, configuration, strings.build());
    }
}
