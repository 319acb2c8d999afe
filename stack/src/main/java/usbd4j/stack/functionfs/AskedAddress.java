package usbd4j.stack.functionfs;

import java.util.OptionalInt;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.descriptor.NumberedEndpoint;

/**
 * The address that a class asks for.
 *
 * @param bInterfaceNumber the interface of the endpoint
 * @param endpoint the endpoint
 */
record AskedAddress(int bInterfaceNumber, NumberedEndpoint endpoint) {
    /**
     * Checks that the class has what it asks for, if it asks.
     *
     * @param seen the address that the host sees
     * @param before the address that the host sees of the endpoint declared before, 0 if there is none
     * @throws UsbException if the controller has another one
     */
    void require(int seen, int before) {
        OptionalInt asked = endpoint.declared().bEndpointAddress();
        if (asked.isPresent()) {
            require(seen, asked.getAsInt(), "for that address");
        }
        if (endpoint.declared().sharesNumber()) {
            int shared = (before & EndpointDescriptor.NUMBER) | (seen & ~EndpointDescriptor.NUMBER);
            require(seen, shared, "for the number of the endpoint before it");
        }
    }

    private void require(int seen, int wanted, String why) {
        if (seen != wanted) {
            throw new UsbException(
                    "endpoint 0x%02x of interface %d has become 0x%02x on this controller: its class asks %s, but FunctionFS takes a controller's endpoints in their own order"
                            .formatted(wanted, bInterfaceNumber, seen, why));
        }
    }
}
