package usbd4j.stack.descriptor;

import static usbd4j.stack.descriptor.Unsigned.u8;

import java.nio.ByteBuffer;

/**
 * The interface association descriptor (USB ECN "Interface Association Descriptor", table 9-Z).
 *
 * @param bFirstInterface 1 byte, the number of the first interface
 * @param bInterfaceCount 1 byte, number of consecutive interfaces, from 1
 * @param bFunctionClass 1 byte
 * @param bFunctionSubClass 1 byte
 * @param bFunctionProtocol 1 byte
 * @param iFunction 1 byte, string index, 0 for none
 */
public record InterfaceAssociationDescriptor(
        int bFirstInterface,
        int bInterfaceCount,
        int bFunctionClass,
        int bFunctionSubClass,
        int bFunctionProtocol,
        int iFunction)
        implements Descriptor {

    /** Checks every field's range. */
    public InterfaceAssociationDescriptor {
        u8("bFirstInterface", bFirstInterface);
        u8("bInterfaceCount", bInterfaceCount);
        u8("bFunctionClass", bFunctionClass);
        u8("bFunctionSubClass", bFunctionSubClass);
        u8("bFunctionProtocol", bFunctionProtocol);
        u8("iFunction", iFunction);
    }

    @Override
    public int bLength() {
        return 8;
    }

    @Override
    public int bDescriptorType() {
        return DescriptorType.INTERFACE_ASSOCIATION.code();
    }

    @Override
    public void writeFields(ByteBuffer buffer) {
        buffer.put((byte) bFirstInterface);
        buffer.put((byte) bInterfaceCount);
        buffer.put((byte) bFunctionClass);
        buffer.put((byte) bFunctionSubClass);
        buffer.put((byte) bFunctionProtocol);
        buffer.put((byte) iFunction);
    }
}
