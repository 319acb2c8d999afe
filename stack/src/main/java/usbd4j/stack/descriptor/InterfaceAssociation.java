package usbd4j.stack.descriptor;

import static usbd4j.stack.descriptor.Unsigned.u8;

import java.util.Optional;

/**
 * Groups consecutive interfaces into one function, as a class declares it (USB ECN "Interface Association Descriptor"). It
 * is declared with the first of them.
 *
 * @param bInterfaceCount 1 byte, number of interfaces, from 1
 * @param bFunctionClass 1 byte
 * @param bFunctionSubClass 1 byte
 * @param bFunctionProtocol 1 byte
 * @param name the string for iFunction
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
            throw new IllegalArgumentException(
                    "bInterfaceCount is 0; an interface association must have at least one interface");
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
