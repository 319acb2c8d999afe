package usbd4j.stack.fault;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.NumberedEndpoint;
import usbd4j.stack.descriptor.NumberedInterface;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.descriptor.TransferType;

/**
 * An endpoint of a device, where a fault may be.
 *
 * @param endpoint the endpoint
 * @param isAlone whether its interface has one alternate setting only, so that it is enabled with the configuration
 */
record FaultSpot(NumberedEndpoint endpoint, boolean isAlone) {
    /** {@return those of a device, in the order of {@link usbd4j.stack.UsbBus#endpoints}} */
    static List<FaultSpot> of(Descriptors descriptors) {
        return descriptors.configurations().stream()
                .flatMap(each -> each.interfaces().stream())
                .flatMap(FaultSpot::of)
                .toList();
    }

    private static Stream<FaultSpot> of(NumberedInterface each) {
        boolean isAlone = each.settings().size() == 1;
        return each.settings().stream()
                .flatMap(setting -> setting.endpoints().stream())
                .map(endpoint -> new FaultSpot(endpoint, isAlone));
    }

    /** Checks that one of these has an address. */
    static void require(int bEndpointAddress, List<FaultSpot> spots) {
        if (spots.stream().noneMatch(each -> each.bEndpointAddress() == bEndpointAddress && each.canBeFaulty())) {
            throw new MissingEndpointException(
                    "a fault is on endpoint 0x%02x, and the device has %s".formatted(bEndpointAddress, names(spots)));
        }
    }

    private static String names(List<FaultSpot> spots) {
        String names = spots.stream()
                .filter(FaultSpot::canBeFaulty)
                .map(FaultSpot::toString)
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "no bulk or interrupt endpoint" : names;
    }

    int bEndpointAddress() {
        return endpoint.bEndpointAddress();
    }

    private TransferType type() {
        return endpoint.descriptor(Speed.HIGH).type();
    }

    private boolean canBeFaulty() {
        return type() != TransferType.ISOCHRONOUS;
    }

    @Override
    public String toString() {
        return "0x%02x (%s)".formatted(bEndpointAddress(), type().name().toLowerCase(Locale.ROOT));
    }
}
