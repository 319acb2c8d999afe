package usbd4j.stack.descriptor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A configuration: the interfaces that classes declared, now with their numbers.
 *
 * @param header the configuration descriptor itself
 * @param interfaces in the order of their numbers
 */
public record Configuration(ConfigurationDescriptor header, List<NumberedInterface> interfaces) {
    private static final int BM_ATTRIBUTES_ALWAYS_SET = 0x80;
    private static final int MOST_ENDPOINTS = 15;
    private static final int UNITS_OF_2_MA_IN_100_MA = 50;

    /** Keeps a copy. */
    public Configuration {
        interfaces = List.copyOf(interfaces);
    }

    /**
     * An interface and what is shown with it.
     *
     * @param descriptor the interface's own descriptor
     * @param extras the class-specific descriptors that follow it
     * @param endpoints the endpoints that follow these
     * @param firstEndpoint the number of the first of them
     */
    public record NumberedInterface(
            InterfaceDescriptor descriptor, List<Descriptor> extras, List<UsbEndpoint> endpoints, int firstEndpoint) {
        private List<Descriptor> all(Speed speed) {
            List<Descriptor> all = new ArrayList<>();
            all.add(descriptor);
            all.addAll(extras);
            all.addAll(endpoints(speed));
            return all;
        }

        private List<EndpointDescriptor> endpoints(Speed speed) {
            return IntStream.range(0, endpoints.size())
                    .mapToObj(i -> endpoints.get(i).numbered(firstEndpoint + i, speed))
                    .toList();
        }
    }

    /**
     * Numbers interfaces from 0 and endpoints from 1, in the order in which they are declared, and their names with them.
     *
     * @throws IllegalArgumentException if there are more endpoints than numbers
     */
    static Configuration number(List<UsbInterface> declared, StringTable.Builder strings) {
        List<NumberedInterface> interfaces = new ArrayList<>();
        int endpoint = 1;
        for (UsbInterface each : declared) {
            InterfaceDescriptor descriptor = each.numbered(interfaces.size(), strings.index(each.name()));
            interfaces.add(new NumberedInterface(descriptor, each.extras(), each.endpoints(), endpoint));
            endpoint += each.endpoints().size();
        }
        if (endpoint - 1 > MOST_ENDPOINTS) {
            throw new IllegalArgumentException(
                    "the classes declare %d endpoints, and a device has numbers for %d of them"
                            .formatted(endpoint - 1, MOST_ENDPOINTS));
        }
        int wTotalLength = ConfigurationDescriptor.LENGTH
                + interfaces.stream()
                        .flatMap(each -> each.all(Speed.HIGH).stream())
                        .mapToInt(Descriptor::bLength)
                        .sum();
        return new Configuration(
                new ConfigurationDescriptor(
                        wTotalLength, interfaces.size(), 1, 0, BM_ATTRIBUTES_ALWAYS_SET, UNITS_OF_2_MA_IN_100_MA),
                interfaces);
    }

    /**
     * {@return the descriptors of all interfaces, in the order in which a host sees them}
     *
     * @param speed the bus's
     */
    public List<Descriptor> descriptors(Speed speed) {
        return interfaces.stream().flatMap(each -> each.all(speed).stream()).toList();
    }

    /**
     * {@return the descriptors of all endpoints, in the order in which classes declared them}
     *
     * @param speed the bus's
     */
    public List<EndpointDescriptor> endpoints(Speed speed) {
        return interfaces.stream()
                .flatMap(each -> each.endpoints(speed).stream())
                .toList();
    }

    /**
     * {@return all the bytes a host gets for GET_DESCRIPTOR of the configuration}
     *
     * @param speed the bus's
     */
    public ByteBuffer bytes(Speed speed) {
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
     * @param index which of those with this type, from 0
     */
    public Optional<Descriptor> extra(int bInterfaceNumber, int bDescriptorType, int index) {
        return interfaces.stream()
                .filter(each -> each.descriptor().bInterfaceNumber() == bInterfaceNumber)
                .flatMap(each -> each.extras().stream())
                .filter(descriptor -> descriptor.bDescriptorType() == bDescriptorType)
                .skip(index)
                .findFirst();
    }
}
