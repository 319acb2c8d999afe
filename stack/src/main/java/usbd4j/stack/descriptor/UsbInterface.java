package usbd4j.stack.descriptor;

import static usbd4j.stack.descriptor.Unsigned.u8;

import java.util.List;
import java.util.Optional;

/**
 * An interface as a class declares it: without numbers, which depend on what else the device has.
 *
 * @param bInterfaceClass 1 byte
 * @param bInterfaceSubClass 1 byte
 * @param bInterfaceProtocol 1 byte
 * @param name what iInterface shall point to
 * @param extras class-specific descriptors, shown right after the interface descriptor
 * @param endpoints the endpoints besides endpoint zero
 */
public record UsbInterface(
        int bInterfaceClass,
        int bInterfaceSubClass,
        int bInterfaceProtocol,
        Optional<UsbString> name,
        List<Descriptor> extras,
        List<UsbEndpoint> endpoints) {

    /** Checks every field's range. */
    public UsbInterface {
        u8("bInterfaceClass", bInterfaceClass);
        u8("bInterfaceSubClass", bInterfaceSubClass);
        u8("bInterfaceProtocol", bInterfaceProtocol);
        extras = List.copyOf(extras);
        endpoints = List.copyOf(endpoints);
    }

    /**
     * An interface without endpoints of its own.
     *
     * @param bInterfaceClass 1 byte
     * @param bInterfaceSubClass 1 byte
     * @param bInterfaceProtocol 1 byte
     * @param name what iInterface shall point to
     * @param extras class-specific descriptors
     */
    public UsbInterface(
            int bInterfaceClass,
            int bInterfaceSubClass,
            int bInterfaceProtocol,
            Optional<UsbString> name,
            List<Descriptor> extras) {
        this(bInterfaceClass, bInterfaceSubClass, bInterfaceProtocol, name, extras, List.of());
    }

    /**
     * {@return a nameless interface with no class-specific descriptors and no endpoints}
     *
     * @param bInterfaceClass 1 byte
     * @param bInterfaceSubClass 1 byte
     * @param bInterfaceProtocol 1 byte
     */
    public static UsbInterface of(int bInterfaceClass, int bInterfaceSubClass, int bInterfaceProtocol) {
        return new UsbInterface(bInterfaceClass, bInterfaceSubClass, bInterfaceProtocol, Optional.empty(), List.of());
    }

    /**
     * {@return the same interface with these endpoints}
     *
     * @param endpoints besides endpoint zero
     */
    public UsbInterface with(UsbEndpoint... endpoints) {
        return new UsbInterface(
                bInterfaceClass, bInterfaceSubClass, bInterfaceProtocol, name, extras, List.of(endpoints));
    }

    InterfaceDescriptor numbered(int bInterfaceNumber, int iInterface) {
        return new InterfaceDescriptor(
                bInterfaceNumber,
                0,
                endpoints.size(),
                bInterfaceClass,
                bInterfaceSubClass,
                bInterfaceProtocol,
                iInterface);
    }
}
