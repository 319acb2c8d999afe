package usbd4j.stack.descriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An interface as a class declares it. Its number is assigned when the descriptors are built.
 *
 * @param settings the alternate settings in the order of bAlternateSetting; at least one
 * @param association the interface association that begins with this interface
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
     * {@return an interface with one or more alternate settings}
     *
     * @param settings the alternate settings in the order of bAlternateSetting
     */
    public static UsbInterface of(AlternateSetting... settings) {
        return new UsbInterface(List.of(settings), Optional.empty());
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
        return new UsbInterface(changed, association);
    }

    /**
     * {@return a copy of this interface as the first of an interface association}
     *
     * @param begun the interface association
     */
    public UsbInterface beginning(InterfaceAssociation begun) {
        return new UsbInterface(settings, Optional.of(begun));
    }
}
