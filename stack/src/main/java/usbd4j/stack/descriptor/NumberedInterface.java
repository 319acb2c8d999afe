package usbd4j.stack.descriptor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An interface with its number assigned.
 *
 * @param association the interface association that begins with this interface
 * @param settings the alternate settings, in the order of bAlternateSetting
 */
public record NumberedInterface(Optional<InterfaceAssociationDescriptor> association, List<NumberedSetting> settings) {
    /** Keeps a copy. */
    public NumberedInterface {
        settings = List.copyOf(settings);
    }

    /** {@return bInterfaceNumber, from 0} */
    public int bInterfaceNumber() {
        return settings.get(0).descriptor().bInterfaceNumber();
    }

    Stream<Descriptor> descriptors(Speed speed) {
        return Stream.concat(association.stream(), settings.stream().flatMap(each -> each.descriptors(speed)));
    }

    /** Numbers an interface, of which the endpoints have their numbers already. */
    static NumberedInterface of(
            UsbInterface declared, int bInterfaceNumber, EndpointNumbers endpoints, StringTable.Builder strings) {
        Optional<InterfaceAssociationDescriptor> association =
                declared.association().map(each -> each.numbered(bInterfaceNumber, strings.index(each.name())));
        Stream.Builder<NumberedSetting> settings = Stream.builder();
        for (int i = 0; i < declared.settings().size(); i++) {
            AlternateSetting each = declared.settings().get(i);
            settings.add(
                    each.numbered(bInterfaceNumber, i, strings.index(each.name()), endpoints.of(bInterfaceNumber, i)));
        }
        return new NumberedInterface(association, settings.build().toList());
    }
}
