package usbd4j.gadget.copy;

import java.util.List;
import java.util.Optional;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.dfu.DfuInterface;
import usbd4j.stack.descriptor.DescriptorType;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.descriptor.InterfaceDescriptor;

/**
 * An alternate setting of an interface.
 *
 * @param descriptor the interface descriptor
 * @param following the descriptors between it and the next interface descriptor
 */
record SeenSetting(InterfaceDescriptor descriptor, List<RawDescriptor> following) {
    /** bLength of an endpoint descriptor. */
    private static final int ENDPOINT_LENGTH = 7;

    boolean is(int bInterfaceClass, int bInterfaceSubClass) {
        return descriptor.bInterfaceClass() == bInterfaceClass && descriptor.bInterfaceSubClass() == bInterfaceSubClass;
    }

    boolean isDfu() {
        return is(DfuInterface.RUN_TIME.bInterfaceClass(), DfuInterface.RUN_TIME.bInterfaceSubClass());
    }

    boolean isDfuMode() {
        return isDfu() && descriptor.bInterfaceProtocol() == DfuInterface.DFU_MODE.bInterfaceProtocol();
    }

    int number() {
        return descriptor.bInterfaceNumber();
    }

    /** {@return the DFU functional descriptor, if this is a DFU interface and has one here} */
    Optional<RawDescriptor> functional() {
        return following.stream()
                .filter(each -> each.is(DfuFunctionalDescriptor.TYPE))
                .findFirst();
    }

    List<EndpointDescriptor> endpoints() {
        return following.stream()
                .filter(each -> each.is(DescriptorType.ENDPOINT) && each.length() >= ENDPOINT_LENGTH)
                .map(each -> EndpointDescriptor.read(each.bytes()))
                .toList();
    }

    /** {@return class, subclass and protocol as lsusb -t and others write them, such as fe/01/01} */
    String kind() {
        return "%02x/%02x/%02x"
                .formatted(
                        descriptor.bInterfaceClass(), descriptor.bInterfaceSubClass(), descriptor.bInterfaceProtocol());
    }
}
