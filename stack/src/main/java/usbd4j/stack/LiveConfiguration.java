package usbd4j.stack;

import java.util.List;
import java.util.Optional;
import usbd4j.stack.descriptor.Configuration;

/**
 * A configuration at run time: its descriptors, classes and interfaces.
 *
 * @param shown the descriptors that the host reads
 * @param classes the classes in the order in which requests are offered to them
 * @param interfaces the interfaces in the order of declaration
 */
record LiveConfiguration(Configuration shown, List<UsbClass> classes, List<LiveInterface> interfaces) {
    void use(UsbBus bus) {
        interfaces.forEach(each -> each.use(0, bus));
    }

    void leave(UsbBus bus) {
        interfaces.forEach(each -> each.leave(bus));
    }

    void forget() {
        interfaces.forEach(LiveInterface::forget);
    }

    Optional<LiveInterface> interfaceNumber(int bInterfaceNumber) {
        return interfaces.stream()
                .filter(each -> each.bInterfaceNumber() == bInterfaceNumber)
                .findFirst();
    }

    Optional<Endpoint> endpoint(int bEndpointAddress) {
        return interfaces.stream()
                .flatMap(each -> each.endpoint(bEndpointAddress).stream())
                .findFirst();
    }

    Optional<UsbClass> ownerOfEndpoint(int bEndpointAddress) {
        return interfaces.stream()
                .filter(each -> each.mayHaveEndpoint(bEndpointAddress))
                .map(LiveInterface::owner)
                .findFirst();
    }
}
