package usbd4j.stack.descriptor;

import java.util.stream.Stream;

/**
 * An endpoint with its address assigned.
 *
 * @param declared the endpoint as its class declared it
 * @param bEndpointAddress 1 byte: endpoint number in bits 3 to 0, bit 7 set for IN
 */
public record NumberedEndpoint(UsbEndpoint declared, int bEndpointAddress) {
    /**
     * {@return the endpoint descriptor for a speed}
     *
     * @param speed the speed of the bus
     */
    public EndpointDescriptor descriptor(Speed speed) {
        return declared.addressed(bEndpointAddress, speed);
    }

    /** {@return whether its class asks for this very address, or for the number of another endpoint} */
    public boolean isAsked() {
        return declared.bEndpointAddress().isPresent() || declared.sharesNumber();
    }

    Stream<Descriptor> descriptors(Speed speed) {
        EndpointDescriptor descriptor = descriptor(speed);
        return speed == Speed.SUPER ? Stream.of(descriptor, declared.companion()) : Stream.of(descriptor);
    }
}
