package usbd4j.stack.gadgetfs;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.Configuration;
import usbd4j.stack.descriptor.DescriptorType;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.descriptor.Speed;

/**
 * Maps the endpoint addresses that classes declared to endpoints of the controller. Alternate settings that share a declared
 * address share the controller's endpoint.
 *
 * @param endpoints the controller's endpoint for each declared bEndpointAddress
 */
record AddressMap(Map<Integer, ControllerEndpoint> endpoints) {
    /** Every endpoint keeps the address that was declared. */
    static final AddressMap AS_DECLARED = new AddressMap(Map.of());

    /** The offset of bEndpointAddress in an endpoint descriptor. */
    private static final int ADDRESS = 2;

    /**
     * {@return an assignment for all endpoints of a configuration, with the declared numbers where the controller has them}
     *
     * @param configuration the configuration that the classes declared
     * @param offered the names of the controller's endpoint files
     * @throws UsbException if the controller has too few endpoints
     */
    static AddressMap choose(Configuration configuration, Collection<String> offered) {
        List<ControllerEndpoint> free = offered.stream()
                .flatMap(name -> ControllerEndpoint.of(name).stream())
                .sorted(Comparator.comparing(ControllerEndpoint::number))
                .collect(Collectors.toCollection(ArrayList::new));
        Map<Integer, ControllerEndpoint> chosen = new LinkedHashMap<>();
        // Exact matches first, so that no other endpoint takes their place.
        for (boolean asDeclared : new boolean[] {true, false}) {
            for (EndpointDescriptor each : configuration.endpoints(Speed.HIGH)) {
                if (!chosen.containsKey(each.bEndpointAddress())) {
                    take(each, free, asDeclared).ifPresent(found -> chosen.put(each.bEndpointAddress(), found));
                }
            }
        }
        configuration.endpoints(Speed.HIGH).stream()
                .filter(each -> !chosen.containsKey(each.bEndpointAddress()))
                .findFirst()
                .ifPresent(each -> {
                    throw new UsbException(
                            "the controller has no endpoint left for %s; it has %s, and the classes declare %d"
                                    .formatted(
                                            describe(each),
                                            String.join(
                                                    ", ",
                                                    offered.stream().sorted().toList()),
                                            configuration.endpoints(Speed.HIGH).size()));
                });
        return new AddressMap(chosen);
    }

    private static Optional<ControllerEndpoint> take(
            EndpointDescriptor wanted, List<ControllerEndpoint> free, boolean asDeclared) {
        Optional<ControllerEndpoint> found = free.stream()
                .filter(each -> each.canBe(wanted))
                .filter(each -> !asDeclared || each.bEndpointAddress(wanted) == wanted.bEndpointAddress())
                .findFirst();
        found.ifPresent(free::remove);
        return found;
    }

    private static String describe(EndpointDescriptor wanted) {
        return "%s endpoint 0x%02x"
                .formatted(wanted.bmAttributes() == 2 ? "bulk" : "interrupt", wanted.bEndpointAddress());
    }

    /** {@return the name of the file for a declared endpoint} */
    String file(EndpointDescriptor declared) {
        return requireNonNull(endpoints.get(declared.bEndpointAddress())).file();
    }

    /** {@return whether every endpoint keeps the address that was declared} */
    boolean isAsDeclared() {
        return endpoints.keySet().stream().allMatch(each -> shown(each) == each);
    }

    /** {@return the descriptor with the address that the host sees} */
    EndpointDescriptor shown(EndpointDescriptor declared) {
        return new EndpointDescriptor(
                shown(declared.bEndpointAddress()),
                declared.bmAttributes(),
                declared.wMaxPacketSize(),
                declared.bInterval());
    }

    private int shown(int declared) {
        ControllerEndpoint used = endpoints.get(declared);
        return used == null ? declared : used.number() | (declared & ~EndpointDescriptor.NUMBER);
    }

    /** {@return the declared address for one that the host uses} */
    int declared(int shown) {
        return endpoints.keySet().stream()
                .filter(each -> shown(each) == shown)
                .findFirst()
                .orElse(shown);
    }

    /** Replaces the declared addresses in a configuration descriptor by those that the host sees. */
    void apply(ByteBuffer configuration) {
        for (int at = 0; at < configuration.limit(); at += Byte.toUnsignedInt(configuration.get(at))) {
            if (configuration.get(at + 1) == DescriptorType.ENDPOINT.code()) {
                int declared = Byte.toUnsignedInt(configuration.get(at + ADDRESS));
                configuration.put(at + ADDRESS, (byte) shown(declared));
            }
        }
    }
}
