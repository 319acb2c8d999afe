package usbd4j.stack.descriptor;

import static usbd4j.stack.descriptor.Unsigned.u8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A configuration with its interfaces and endpoints numbered.
 *
 * @param bConfigurationValue 1 byte, the argument of SET_CONFIGURATION, from 1
 * @param iConfiguration 1 byte, string index, 0 for none
 * @param power the power source and maximum current
 * @param interfaces the interfaces in the order of declaration
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
     * @throws DeclarationException if two interfaces would have one number, the endpoints cannot be numbered, or an association
     *     has an interface that is not there
     */
    static Configuration number(UsbConfiguration declared, int bConfigurationValue, StringTable.Builder strings) {
        int iConfiguration = strings.index(declared.name());
        List<NumberedInterface> interfaces = new ArrayList<>();
        EndpointNumbers endpoints = new EndpointNumbers(declared.interfaces(), bConfigurationValue);
        int next = 0;
        for (UsbInterface each : declared.interfaces()) {
            int which = interfaces.size();
            int number = each.bInterfaceNumber().orElse(next);
            if (hasNumber(interfaces, number)) {
                throw new DeclarationException(
                        bConfigurationValue,
                        which,
                        "UsbInterface.at: two interfaces would have the number %d".formatted(number));
            }
            interfaces.add(NumberedInterface.of(each, which, number, endpoints, strings));
            next = number + 1;
        }
        for (int which = 0; which < interfaces.size(); which++) {
            requireAssociated(interfaces, which, bConfigurationValue);
        }
        return new Configuration(bConfigurationValue, iConfiguration, declared.power(), interfaces);
    }

    private static boolean hasNumber(List<NumberedInterface> interfaces, int number) {
        return interfaces.stream().anyMatch(each -> each.bInterfaceNumber() == number);
    }

    private static void requireAssociated(List<NumberedInterface> all, int which, int bConfigurationValue) {
        all.get(which).association().ifPresent(each -> {
            int first = each.bFirstInterface();
            OptionalInt missing = IntStream.range(first, first + each.bInterfaceCount())
                    .filter(number -> !hasNumber(all, number))
                    .findFirst();
            if (missing.isPresent()) {
                throw new DeclarationException(
                        bConfigurationValue,
                        which,
                        "the interface association that begins with interface %d has %d interfaces, but there is no interface %d"
                                .formatted(first, each.bInterfaceCount(), missing.getAsInt()));
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
     * @param index index among the descriptors of this type of the interface, from 0
     */
    public Optional<Descriptor> extra(int bInterfaceNumber, int bDescriptorType, int index) {
        return interfaces.stream()
                .filter(each -> each.bInterfaceNumber() == bInterfaceNumber)
                .flatMap(NumberedInterface::extras)
                .filter(descriptor -> descriptor.bDescriptorType() == bDescriptorType)
                .skip(index)
                .findFirst();
    }
}
