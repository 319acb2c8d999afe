package usbd4j.stack.descriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An interface as a class declares it: without numbers, which depend on what else the device has.
 *
 * @param settings its alternate settings, from 0; at least one
 * @param association the association that begins with this interface
 */
public record UsbInterface(List<AlternateSetting> settings, Optional<InterfaceAssociation> association) {
    /** Keeps a copy. */
    public UsbInterface {
        settings = List.copyOf(settings);
        if (settings.isEmpty()) {
            throw new IllegalArgumentException("an interface needs at least one alternate setting");
        }
    }

    /**
     * {@return an interface that can be used in one way, or in several}
     *
     * @param settings its alternate settings, from 0
     */
    public static UsbInterface of(AlternateSetting... settings) {
        return new UsbInterface(List.of(settings), Optional.empty());
    }

    /**
     * {@return a nameless interface with no class-specific descriptors and no endpoints}
     *
     * @param bInterfaceClass 1 byte
     * @param bInterfaceSubClass 1 byte
     * @param bInterfaceProtocol 1 byte
     */
    public static UsbInterface of(int bInterfaceClass, int bInterfaceSubClass, int bInterfaceProtocol) {
        return of(AlternateSetting.of(bInterfaceClass, bInterfaceSubClass, bInterfaceProtocol));
    }

    /**
     * {@return the same interface with these endpoints in its alternate setting 0}
     *
     * @param endpoints besides endpoint zero
     */
    public UsbInterface with(UsbEndpoint... endpoints) {
        List<AlternateSetting> changed = new ArrayList<>(settings);
        changed.set(0, settings.get(0).with(endpoints));
        return new UsbInterface(changed, association);
    }

    /**
     * {@return the same interface, as the first of an association}
     *
     * @param begun which
     */
    public UsbInterface beginning(InterfaceAssociation begun) {
        return new UsbInterface(settings, Optional.of(begun));
    }
}
