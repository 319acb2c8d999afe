package usbd4j.stack.descriptor;

import static usbd4j.stack.descriptor.Unsigned.u8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An interface as a class declares it. Its number is assigned when the descriptors are built, unless the class asks for one.
 *
 * @param settings the alternate settings in the order of bAlternateSetting; at least one
 * @param association the interface association that begins with this interface
 * @param bInterfaceNumber the number that the class asks for, if it does
 * @param preceding class-specific descriptors that come before the first interface descriptor, where no specification has them
 */
public record UsbInterface(
        List<AlternateSetting> settings,
        Optional<InterfaceAssociation> association,
        OptionalInt bInterfaceNumber,
        List<Descriptor> preceding) {
    /** Keeps copies, and checks the range of bInterfaceNumber. */
    public UsbInterface {
        settings = List.copyOf(settings);
        preceding = List.copyOf(preceding);
        bInterfaceNumber.ifPresent(each -> u8("bInterfaceNumber", each));
        if (settings.isEmpty()) {
            throw new IllegalArgumentException("an interface needs at least one alternate setting");
        }
    }

    /**
     * {@return an interface with one or more alternate settings}
     *
     * @param settings the alternate settings in the order of bAlternateSetting
     */
    public static UsbInterface of(AlternateSetting... settings) {
        return of(List.of(settings));
    }

    /**
     * {@return an interface with one or more alternate settings}
     *
     * @param settings the alternate settings in the order of bAlternateSetting
     */
    public static UsbInterface of(List<AlternateSetting> settings) {
        return new UsbInterface(settings, Optional.empty(), OptionalInt.empty(), List.of());
    }

    /**
     * {@return an interface with one setting, without a name, class-specific descriptors or endpoints}
     *
     * @param bInterfaceClass 1 byte
     * @param bInterfaceSubClass 1 byte
     * @param bInterfaceProtocol 1 byte
     */
    public static UsbInterface of(int bInterfaceClass, int bInterfaceSubClass, int bInterfaceProtocol) {
        return of(AlternateSetting.of(bInterfaceClass, bInterfaceSubClass, bInterfaceProtocol));
    }

    /**
     * {@return a copy of this interface with these endpoints in alternate setting 0}
     *
     * @param endpoints the endpoints other than endpoint zero
     */
    public UsbInterface with(UsbEndpoint... endpoints) {
        List<AlternateSetting> changed = new ArrayList<>(settings);
        changed.set(0, settings.get(0).with(endpoints));
        return new UsbInterface(changed, association, bInterfaceNumber, preceding);
    }

    /**
     * {@return a copy of this interface as the first of an interface association}
     *
     * @param begun the interface association
     */
    public UsbInterface beginning(InterfaceAssociation begun) {
        return new UsbInterface(settings, Optional.of(begun), bInterfaceNumber, preceding);
    }

    /**
     * {@return a copy of this interface that must have this number} The interfaces after it count on from there. FunctionFS
     * refuses the device if the number is another one than without.
     *
     * @param number 1 byte
     */
    public UsbInterface at(int number) {
        return new UsbInterface(settings, association, OptionalInt.of(number), preceding);
    }

    /**
     * {@return a copy of this interface with these class-specific descriptors before its first interface descriptor}
     *
     * @param shown the descriptors
     */
    public UsbInterface precededBy(Descriptor... shown) {
        return new UsbInterface(settings, association, bInterfaceNumber, List.of(shown));
    }
}
