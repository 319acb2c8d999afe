package usbd4j.stack.descriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An alternate setting with its interface and endpoint numbers assigned.
 *
 * @param descriptor the interface descriptor
 * @param extras the class-specific descriptors that follow it
 * @param endpoints the endpoints, whose descriptors come last
 * @param firstEndpoint the number of the first endpoint, 1 to 15
 */
public record NumberedSetting(
        InterfaceDescriptor descriptor, List<Descriptor> extras, List<UsbEndpoint> endpoints, int firstEndpoint) {
    List<Descriptor> descriptors(Speed speed) {
        List<Descriptor> all = new ArrayList<>();
        all.add(descriptor);
        all.addAll(extras);
        for (int i = 0; i < endpoints.size(); i++) {
            all.add(endpoints.get(i).numbered(firstEndpoint + i, speed));
            if (speed == Speed.SUPER) {
                all.add(endpoints.get(i).companion());
            }
        }
        return all;
    }

    /**
     * {@return the endpoint descriptors, in the order of declaration}
     *
     * @param speed the speed of the bus
     */
    public List<EndpointDescriptor> endpoints(Speed speed) {
        return IntStream.range(0, endpoints.size())
                .mapToObj(i -> endpoints.get(i).numbered(firstEndpoint + i, speed))
                .toList();
    }
}
