package usbd4j.stack.descriptor;

import static usbd4j.stack.descriptor.Unsigned.u8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A configuration with its numbers.
 *
 * @param bConfigurationValue 1 byte, what SET_CONFIGURATION chooses it by, from 1
 * @param iConfiguration 1 byte, index of a string, 0 for none
 * @param power where its power comes from
 * @param interfaces in the order of their numbers
 */
public record Configuration(
        int bConfigurationValue, int iConfiguration, Power power, List<NumberedInterface> interfaces) {
    private static final int MOST_ENDPOINTS = 15;

    /** Checks every field's range, and keeps a copy. */
    public Configuration {
        u8("bConfigurationValue", bConfigurationValue);
        u8("iConfiguration", iConfiguration);
        u8("bNumInterfaces", interfaces.size());
        interfaces = List.copyOf(interfaces);
    }

    /**
     * Numbers interfaces from 0 and endpoints from 1, in the order in which they are declared, and their names with them.
     *
     * @throws IllegalArgumentException if there are more endpoints than numbers, or an association of more interfaces than
     *     there are
     */
    static Configuration number(UsbConfiguration declared, int bConfigurationValue, StringTable.Builder strings) {
        int iConfiguration = strings.index(declared.name());
        List<NumberedInterface> interfaces = new ArrayList<>();
        int endpoint = 1;
        for (UsbInterface each : declared.interfaces()) {
            NumberedInterface numbered = NumberedInterface.of(each, interfaces.size(), endpoint, strings);
            interfaces.add(numbered);
            endpoint += numbered.endpointNumbers();
        }
        requireNumbers(endpoint - 1);
        interfaces.forEach(each -> requireAssociated(each, interfaces.size()));
        return new Configuration(bConfigurationValue, iConfiguration, declared.power(), interfaces);
    }

    private static void requireNumbers(int endpoints) {
        if (endpoints > MOST_ENDPOINTS) {
            throw new IllegalArgumentException(
                    "the classes declare %d endpoints, and a device has numbers for %d of them"
                            .formatted(endpoints, MOST_ENDPOINTS));
        }
    }

    private static void requireAssociated(NumberedInterface first, int count) {
        first.association().ifPresent(each -> {
            if (each.bFirstInterface() + each.bInterfaceCount() > count) {
                throw new IllegalArgumentException(
                        "the association that begins with interface %d has %d interfaces, and the last one is %d"
                                .formatted(each.bFirstInterface(), each.bInterfaceCount(), count - 1));
            }
        });
    }

    /**
     * {@return the configuration descriptor itself}
     *
     * @param speed the bus's
     */
    public ConfigurationDescriptor header(Speed speed) {
        int wTotalLength = ConfigurationDescriptor.LENGTH
                + descriptors(speed).stream().mapToInt(Descriptor::bLength).sum();
        return new ConfigurationDescriptor(
                wTotalLength,
                interfaces.size(),
                bConfigurationValue,
                iConfiguration,
                power.bmAttributes(),
                power.bMaxPower(speed));
    }

    /**
     * {@return the descriptors of all interfaces, in the order in which a host sees them}
     *
     * @param speed the bus's
     */
    public List<Descriptor> descriptors(Speed speed) {
        return interfaces.stream().flatMap(each -> each.descriptors(speed)).toList();
    }

    /**
     * {@return the descriptors of all endpoints of all alternate settings, in the order in which classes declared them}
     *
     * @param speed the bus's
     */
    public List<EndpointDescriptor> endpoints(Speed speed) {
        return interfaces.stream()
                .flatMap(each -> each.settings().stream())
                .flatMap(each -> each.endpoints(speed).stream())
                .toList();
    }

    /**
     * {@return all the bytes a host gets for GET_DESCRIPTOR of the configuration}
     *
     * @param speed the bus's
     */
    public ByteBuffer bytes(Speed speed) {
        ConfigurationDescriptor header = header(speed);
        ByteBuffer buffer = ByteBuffer.allocate(header.wTotalLength()).order(ByteOrder.LITTLE_ENDIAN);
        header.write(buffer);
        descriptors(speed).forEach(descriptor -> descriptor.write(buffer));
        return buffer.flip();
    }

    /**
     * {@return a class-specific descriptor that an interface shows, or empty if it has none such}
     *
     * @param bInterfaceNumber the interface
     * @param bDescriptorType the type
     * @param index which of those with this type, from 0, all alternate settings together
     */
    public Optional<Descriptor> extra(int bInterfaceNumber, int bDescriptorType, int index) {
        return interfaces.stream()
                .filter(each -> each.bInterfaceNumber() == bInterfaceNumber)
                .flatMap(each -> each.settings().stream())
                .flatMap(each -> each.extras().stream())
                .filter(descriptor -> descriptor.bDescriptorType() == bDescriptorType)
                .skip(index)
                .findFirst();
    }
}
