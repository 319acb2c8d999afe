package usbd4j.stack.descriptor;

import static usbd4j.stack.descriptor.Unsigned.u8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A configuration with its interfaces and endpoints numbered.
 *
 * @param bConfigurationValue 1 byte, the argument of SET_CONFIGURATION, from 1
 * @param iConfiguration 1 byte, string index, 0 for none
 * @param power the power source and maximum current
 * @param interfaces the interfaces in the order of bInterfaceNumber
 */
public record Configuration(
        int bConfigurationValue, int iConfiguration, Power power, List<NumberedInterface> interfaces) {
    /** Checks every field's range. */
    public Configuration {
        u8("bConfigurationValue", bConfigurationValue);
        u8("iConfiguration", iConfiguration);
        u8("bNumInterfaces", interfaces.size());
        interfaces = List.copyOf(interfaces);
    }

    /**
     * Assigns interface numbers from 0, endpoint numbers from 1 and string indexes, in the order of declaration.
     *
     * @throws DeclarationException if the endpoints cannot be numbered, or an association extends past the last interface
     */
    static Configuration number(UsbConfiguration declared, int bConfigurationValue, StringTable.Builder strings) {
        int iConfiguration = strings.index(declared.name());
        List<NumberedInterface> interfaces = new ArrayList<>();
        EndpointNumbers endpoints = new EndpointNumbers(declared.interfaces(), bConfigurationValue);
        for (UsbInterface each : declared.interfaces()) {
            interfaces.add(NumberedInterface.of(each, interfaces.size(), endpoints, strings));
        }
        interfaces.forEach(each -> requireAssociated(each, interfaces.size(), bConfigurationValue));
        return new Configuration(bConfigurationValue, iConfiguration, declared.power(), interfaces);
    }

    private static void requireAssociated(NumberedInterface first, int count, int bConfigurationValue) {
        first.association().ifPresent(each -> {
            if (each.bFirstInterface() + each.bInterfaceCount() > count) {
                throw new DeclarationException(
                        bConfigurationValue,
                        each.bFirstInterface(),
                        "the interface association that begins with interface %d has %d interfaces, but the last interface is %d"
                                .formatted(each.bFirstInterface(), each.bInterfaceCount(), count - 1));
            }
        });
    }

    /**
     * {@return the configuration descriptor, without the descriptors that follow it}
     *
     * @param speed the speed of the bus
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
     * {@return the descriptors that follow the configuration descriptor, in wire order}
     *
     * @param speed the speed of the bus
     */
    public List<Descriptor> descriptors(Speed speed) {
        return interfaces.stream().flatMap(each -> each.descriptors(speed)).toList();
    }

    /** {@return the endpoints of all alternate settings, in the order of declaration} */
    public List<NumberedEndpoint> endpoints() {
        return interfaces.stream()
                .flatMap(each -> each.settings().stream())
                .flatMap(each -> each.endpoints().stream())
                .toList();
    }

    /**
     * {@return the endpoint descriptors of all alternate settings, in the order of declaration}
     *
     * @param speed the speed of the bus
     */
    public List<EndpointDescriptor> endpoints(Speed speed) {
        return endpoints().stream().map(each -> each.descriptor(speed)).toList();
    }

    /**
     * {@return the reply to GET_DESCRIPTOR(CONFIGURATION)}
     *
     * @param speed the speed of the bus
     */
    public ByteBuffer bytes(Speed speed) {
        ConfigurationDescriptor header = header(speed);
        ByteBuffer buffer = ByteBuffer.allocate(header.wTotalLength()).order(ByteOrder.LITTLE_ENDIAN);
        header.write(buffer);
        descriptors(speed).forEach(descriptor -> descriptor.write(buffer));
        return buffer.flip();
    }

    /**
     * {@return a class-specific descriptor of an interface, or empty if there is no such descriptor}
     *
     * @param bInterfaceNumber the interface's number
     * @param bDescriptorType the descriptor's type
     * @param index index among the descriptors of this type in all alternate settings, from 0
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
