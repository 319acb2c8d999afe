package usbd4j.stack.descriptor;

import java.util.List;
import java.util.stream.Stream;

/**
 * An alternate setting with its interface and endpoint numbers assigned.
 *
 * @param descriptor the interface descriptor
 * @param extras the class-specific descriptors that follow it
 * @param endpoints the endpoints, whose descriptors come last
 */
public record NumberedSetting(
        InterfaceDescriptor descriptor, List<Descriptor> extras, List<NumberedEndpoint> endpoints) {
    /** Keeps copies. */
    public NumberedSetting {
        extras = List.copyOf(extras);
        endpoints = List.copyOf(endpoints);
    }

    Stream<Descriptor> descriptors(Speed speed) {
        Stream<Descriptor> own = Stream.concat(Stream.of(descriptor), extras.stream());
        return Stream.concat(own, endpoints.stream().flatMap(each -> each.descriptors(speed)));
    }

    /**
     * {@return the endpoint descriptors, in the order of declaration}
     *
     * @param speed the speed of the bus
     */
    public List<EndpointDescriptor> endpoints(Speed speed) {
        return endpoints.stream().map(each -> each.descriptor(speed)).toList();
    }
}
