package usbd4j.dfu;

import static usbd4j.stack.descriptor.Unsigned.u16;

import java.nio.ByteBuffer;
import usbd4j.stack.descriptor.Descriptor;

/**
 * The DFU functional descriptor (DFU 1.1, table 4.2).
 *
 * <p>It is what the device tells the host. What the device does is elsewhere, for instance in {@code DetachPolicy}.
 *
 * @param attributes bmAttributes, 1 byte
 * @param wDetachTimeOut 2 bytes, the longest time that the device waits for a bus reset after DETACH, in milliseconds
 * @param wTransferSize 2 bytes, the most bytes of one DNLOAD or UPLOAD
 * @param bcdDFUVersion 2 bytes, the release of the DFU specification in binary-coded decimal, 0x0110 for 1.1
 */
public record DfuFunctionalDescriptor(
        DfuAttributes attributes, int wDetachTimeOut, int wTransferSize, int bcdDFUVersion) implements Descriptor {

    /** The value of bDescriptorType. */
    public static final int TYPE = 0x21;

    /** Checks every field's range. */
    public DfuFunctionalDescriptor {
        u16("wDetachTimeOut", wDetachTimeOut);
        u16("wTransferSize", wTransferSize);
        u16("bcdDFUVersion", bcdDFUVersion);
    }

    @Override
    public int bLength() {
        return 9;
    }

    @Override
    public int bDescriptorType() {
        return TYPE;
    }

    @Override
    public void writeFields(ByteBuffer buffer) {
        buffer.put((byte) attributes.bmAttributes());
        buffer.putShort((short) wDetachTimeOut);
        buffer.putShort((short) wTransferSize);
        buffer.putShort((short) bcdDFUVersion);
    }
}
