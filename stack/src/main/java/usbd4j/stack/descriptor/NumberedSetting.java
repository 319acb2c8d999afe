package usbd4j.stack.descriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An alternate setting with its numbers.
 *
 * @param descriptor the interface descriptor
 * @param extras the class-specific descriptors that follow it
 * @param endpoints the endpoints that follow these
 * @param firstEndpoint the number of the first of them
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
     * {@return the descriptors of its endpoints, in the order in which the class declared them}
     *
     * @param speed the bus's
     */
    public List<EndpointDescriptor> endpoints(Speed speed) {
        return IntStream.range(0, endpoints.size())
                .mapToObj(i -> endpoints.get(i).numbered(firstEndpoint + i, speed))
                .toList();
    }
}
