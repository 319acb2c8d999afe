package usbd4j.stack.descriptor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A configuration: the interfaces that classes declared, now with their numbers.
 *
 * @param header the configuration descriptor itself
 * @param interfaces in the order of their numbers
 */
public record Configuration(ConfigurationDescriptor header, List<NumberedInterface> interfaces) {
    private static final int BM_ATTRIBUTES_ALWAYS_SET = 0x80;
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
     */
    public record NumberedInterface(InterfaceDescriptor descriptor, List<Descriptor> extras) {
        private List<Descriptor> all() {
            List<Descriptor> all = new ArrayList<>();
            all.add(descriptor);
            all.addAll(extras);
            return all;
        }
    }

    /** Numbers interfaces from 0, in the order in which they are declared, and their names with them. */
    static Configuration number(List<UsbInterface> declared, StringTable.Builder strings) {
        List<NumberedInterface> interfaces = new ArrayList<>();
        for (UsbInterface each : declared) {
            InterfaceDescriptor descriptor = each.numbered(interfaces.size(), strings.index(each.name()));
            interfaces.add(new NumberedInterface(descriptor, each.extras()));
        }
        int wTotalLength = ConfigurationDescriptor.LENGTH
                + interfaces.stream()
                        .flatMap(each -> each.all().stream())
                        .mapToInt(Descriptor::bLength)
                        .sum();
        return new Configuration(
                new ConfigurationDescriptor(
                        wTotalLength, interfaces.size(), 1, 0, BM_ATTRIBUTES_ALWAYS_SET, UNITS_OF_2_MA_IN_100_MA),
                interfaces);
    }

    /** {@return the descriptors of all interfaces, in the order in which a host sees them} */
    public List<Descriptor> descriptors() {
        return interfaces.stream().flatMap(each -> each.all().stream()).toList();
    }

    /** {@return all the bytes a host gets for GET_DESCRIPTOR of the configuration} */
    public ByteBuffer bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(header.wTotalLength()).order(ByteOrder.LITTLE_ENDIAN);
        header.write(buffer);
        descriptors().forEach(descriptor -> descriptor.write(buffer));
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
