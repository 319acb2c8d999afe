package usbd4j.stack.gadgetfs;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.util.Map;
import usbd4j.stack.descriptor.DescriptorType;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.udc.ControllerEndpoint;

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
