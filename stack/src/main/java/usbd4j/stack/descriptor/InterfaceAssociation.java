package usbd4j.stack.descriptor;

import static usbd4j.stack.descriptor.Unsigned.u8;

import java.util.Optional;

/**
 * Interfaces that are one function to the host's drivers, as a class declares it (USB ECN "Interface Association
 * Descriptor"). It goes with the first of them, and the others follow that.
 *
 * @param bInterfaceCount 1 byte, how many interfaces, from 1
 * @param bFunctionClass 1 byte
 * @param bFunctionSubClass 1 byte
 * @param bFunctionProtocol 1 byte
 * @param name what iFunction shall point to
 */
public record InterfaceAssociation(
        int bInterfaceCount,
        int bFunctionClass,
        int bFunctionSubClass,
        int bFunctionProtocol,
        Optional<UsbString> name) {

    /** Checks every field's range. */
    public InterfaceAssociation {
        u8("bInterfaceCount", bInterfaceCount);
        if (bInterfaceCount == 0) {
            throw new IllegalArgumentException("bInterfaceCount is 0, and an association has at least one interface");
        }
        u8("bFunctionClass", bFunctionClass);
        u8("bFunctionSubClass", bFunctionSubClass);
        u8("bFunctionProtocol", bFunctionProtocol);
    }

    InterfaceAssociationDescriptor numbered(int bFirstInterface, int iFunction) {
        return new InterfaceAssociationDescriptor(
                bFirstInterface, bInterfaceCount, bFunctionClass, bFunctionSubClass, bFunctionProtocol, iFunction);
    }
}
