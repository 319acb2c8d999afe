package usbd4j.stack.descriptor;

import static usbd4j.stack.descriptor.Unsigned.u8;

import java.util.List;
import java.util.Optional;

/**
 * An alternate setting of an interface, as a class declares it (USB 2.0, 9.2.3). Most interfaces have one.
 *
 * @param bInterfaceClass 1 byte
 * @param bInterfaceSubClass 1 byte
 * @param bInterfaceProtocol 1 byte
 * @param name the string for iInterface
 * @param extras class-specific descriptors, which follow the interface descriptor
 * @param endpoints the endpoints other than endpoint zero
 */
public record AlternateSetting(
        int bInterfaceClass,
        int bInterfaceSubClass,
        int bInterfaceProtocol,
        Optional<UsbString> name,
        List<Descriptor> extras,
        List<UsbEndpoint> endpoints) {

    /** Checks every field's range. */
    public AlternateSetting {
        u8("bInterfaceClass", bInterfaceClass);
        u8("bInterfaceSubClass", bInterfaceSubClass);
        u8("bInterfaceProtocol", bInterfaceProtocol);
        extras = List.copyOf(extras);
        endpoints = List.copyOf(endpoints);
        requirePairs(endpoints);
    }

    private static void requirePairs(List<UsbEndpoint> endpoints) {
        for (int i = 0; i < endpoints.size(); i++) {
            if (endpoints.get(i).sharesNumber() && (i == 0 || !isPair(endpoints.get(i - 1), endpoints.get(i)))) {
                throw new IllegalArgumentException(
                        "UsbEndpoint.sharingNumber(): no endpoint of the other direction is declared right before");
            }
        }
    }

    private static boolean isPair(UsbEndpoint first, UsbEndpoint second) {
        return first.in() != second.in() && !first.sharesNumber();
    }

    /**
     * {@return a setting without a name, class-specific descriptors or endpoints}
     *
     * @param bInterfaceClass 1 byte
     * @param bInterfaceSubClass 1 byte
     * @param bInterfaceProtocol 1 byte
     */
    public static AlternateSetting of(int bInterfaceClass, int bInterfaceSubClass, int bInterfaceProtocol) {
        return new AlternateSetting(
                bInterfaceClass, bInterfaceSubClass, bInterfaceProtocol, Optional.empty(), List.of(), List.of());
    }

    /**
     * {@return a copy of this setting with another name}
     *
     * @param named the string for iInterface
     */
    public AlternateSetting named(Optional<UsbString> named) {
        return new AlternateSetting(bInterfaceClass, bInterfaceSubClass, bInterfaceProtocol, named, extras, endpoints);
    }

    /**
     * {@return a copy of this setting with these class-specific descriptors}
     *
     * @param shown the descriptors, which follow the interface descriptor
     */
    public AlternateSetting showing(Descriptor... shown) {
        return new AlternateSetting(
                bInterfaceClass, bInterfaceSubClass, bInterfaceProtocol, name, List.of(shown), endpoints);
    }

    /**
     * {@return a copy of this setting with these endpoints}
     *
     * @param used the endpoints other than endpoint zero
     */
    public AlternateSetting with(UsbEndpoint... used) {
        return new AlternateSetting(
                bInterfaceClass, bInterfaceSubClass, bInterfaceProtocol, name, extras, List.of(used));
    }

    NumberedSetting numbered(
            int bInterfaceNumber, int bAlternateSetting, int iInterface, List<NumberedEndpoint> numbered) {
        InterfaceDescriptor descriptor = new InterfaceDescriptor(
                bInterfaceNumber,
                bAlternateSetting,
                endpoints.size(),
                bInterfaceClass,
                bInterfaceSubClass,
                bInterfaceProtocol,
                iInterface);
        return new NumberedSetting(descriptor, extras, numbered);
    }
}
