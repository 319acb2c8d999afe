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
    private static final int HID = 3;

    /** bDescriptorType of the HID descriptor, which DFU took for its own (HID 1.11, 7.1). */
    private static final int HID_DESCRIPTOR = 0x21;

    private static final int HID_DESCRIPTOR_LENGTH = 9;
    private static final int REPORT_LENGTH_AT = 7;

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

    boolean isHid() {
        return descriptor.bInterfaceClass() == HID;
    }

    /** {@return how long the report descriptor of a HID interface is, in bytes; 0 if it does not say so} */
    int reportLength() {
        return following.stream()
                .filter(each -> each.is(HID_DESCRIPTOR) && each.length() >= HID_DESCRIPTOR_LENGTH)
                .findFirst()
                .map(each -> Short.toUnsignedInt(each.bytes().getShort(REPORT_LENGTH_AT)))
                .orElse(0);
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
