package usbd4j.stack.descriptor;

import static usbd4j.stack.descriptor.Unsigned.u8;

import java.util.List;
import java.util.Optional;

/**
 * One of the ways in which an interface can be used, as a class declares it (USB 2.0, 9.2.3). Most interfaces have one.
 *
 * @param bInterfaceClass 1 byte
 * @param bInterfaceSubClass 1 byte
 * @param bInterfaceProtocol 1 byte
 * @param name what iInterface shall point to
 * @param extras class-specific descriptors, shown right after the interface descriptor
 * @param endpoints the endpoints besides endpoint zero
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
    }

    /**
     * {@return a nameless setting with no class-specific descriptors and no endpoints}
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
     * {@return the same setting with this name}
     *
     * @param named what iInterface shall point to
     */
    public AlternateSetting named(Optional<UsbString> named) {
        return new AlternateSetting(bInterfaceClass, bInterfaceSubClass, bInterfaceProtocol, named, extras, endpoints);
    }

    /**
     * {@return the same setting with these class-specific descriptors}
     *
     * @param shown right after the interface descriptor
     */
    public AlternateSetting showing(Descriptor... shown) {
        return new AlternateSetting(
                bInterfaceClass, bInterfaceSubClass, bInterfaceProtocol, name, List.of(shown), endpoints);
    }

    /**
     * {@return the same setting with these endpoints}
     *
     * @param used besides endpoint zero
     */
    public AlternateSetting with(UsbEndpoint... used) {
        return new AlternateSetting(
                bInterfaceClass, bInterfaceSubClass, bInterfaceProtocol, name, extras, List.of(used));
    }

    NumberedSetting numbered(int bInterfaceNumber, int bAlternateSetting, int iInterface, int firstEndpoint) {
        InterfaceDescriptor descriptor = new InterfaceDescriptor(
                bInterfaceNumber,
                bAlternateSetting,
                endpoints.size(),
                bInterfaceClass,
                bInterfaceSubClass,
                bInterfaceProtocol,
                iInterface);
        return new NumberedSetting(descriptor, extras, endpoints, firstEndpoint);
    }
}
