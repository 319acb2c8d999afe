package usbd4j.stack.descriptor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An interface with its number assigned.
 *
 * @param association the interface association that begins with this interface
 * @param preceding the class-specific descriptors that come before the first interface descriptor
 * @param settings the alternate settings, in the order of bAlternateSetting
 */
public record NumberedInterface(
        Optional<InterfaceAssociationDescriptor> association,
        List<Descriptor> preceding,
        List<NumberedSetting> settings) {
    /** Keeps copies. */
    public NumberedInterface {
        preceding = List.copyOf(preceding);
        settings = List.copyOf(settings);
    }

    /** {@return bInterfaceNumber} */
    public int bInterfaceNumber() {
        return settings.get(0).descriptor().bInterfaceNumber();
    }

    Stream<Descriptor> descriptors(Speed speed) {
        Stream<Descriptor> before = Stream.concat(association.stream(), preceding.stream());
        return Stream.concat(before, settings.stream().flatMap(each -> each.descriptors(speed)));
    }

    /** {@return the class-specific descriptors, in wire order} */
    Stream<Descriptor> extras() {
        return Stream.concat(preceding.stream(), settings.stream().flatMap(each -> each.extras().stream()));
    }

    /**
     * Numbers an interface.
     *
     * @param which its index among the interfaces of the configuration, from 0
     * @param endpoints has the numbers of its endpoints
     */
    static NumberedInterface of(
            UsbInterface declared,
            int which,
            int bInterfaceNumber,
            EndpointNumbers endpoints,
            StringTable.Builder strings) {
        Optional<InterfaceAssociationDescriptor> association =
                declared.association().map(each -> each.numbered(bInterfaceNumber, strings.index(each.name())));
        Stream.Builder<NumberedSetting> settings = Stream.builder();
        for (int i = 0; i < declared.settings().size(); i++) {
            AlternateSetting each = declared.settings().get(i);
            settings.add(each.numbered(bInterfaceNumber, i, strings.index(each.name()), endpoints.of(which, i)));
        }
        return new NumberedInterface(
                association, declared.preceding(), settings.build().toList());
    }
}
