package usbd4j.stack.descriptor;

import static usbd4j.stack.descriptor.Unsigned.u16;
import static usbd4j.stack.descriptor.Unsigned.u8;

import java.nio.ByteBuffer;

/**
 * The endpoint descriptor (USB 2.0, table 9-13).
 *
 * @param bEndpointAddress 1 byte: the number in bits 3 to 0, bit 7 set for IN
 * @param bmAttributes 1 byte: the transfer type in bits 1 and 0
 * @param wMaxPacketSize 2 bytes: the bytes in a packet in bits 10 to 0
 * @param bInterval 1 byte: in frames or, at high speed, as an exponent of microframes
 */
public record EndpointDescriptor(int bEndpointAddress, int bmAttributes, int wMaxPacketSize, int bInterval)
        implements Descriptor {
    /** bLength. */
    public static final int LENGTH = 7;

    /** The bits of bEndpointAddress that are the endpoint's number. */
    public static final int NUMBER = 0x0F;

    static final int DIRECTION_IN = 0x80;

    /** Checks every field's range. */
    public EndpointDescriptor {
        u8("bEndpointAddress", bEndpointAddress);
        u8("bmAttributes", bmAttributes);
        u16("wMaxPacketSize", wMaxPacketSize);
        u8("bInterval", bInterval);
    }

    /**
     * {@return the descriptor in these bytes}
     *
     * @param buffer little-endian, at bLength
     */
    public static EndpointDescriptor read(ByteBuffer buffer) {
        int start = buffer.position();
        return new EndpointDescriptor(
                Byte.toUnsignedInt(buffer.get(start + 2)),
                Byte.toUnsignedInt(buffer.get(start + 3)),
                Short.toUnsignedInt(buffer.getShort(start + 4)),
                Byte.toUnsignedInt(buffer.get(start + 6)));
    }

    /** {@return whether data go to the host} */
    public boolean isIn() {
        return (bEndpointAddress & DIRECTION_IN) != 0;
    }

    @Override
    public int bLength() {
        return LENGTH;
    }

    @Override
    public int bDescriptorType() {
        return DescriptorType.ENDPOINT.code();
    }

    @Override
    public void writeFields(ByteBuffer buffer) {
        buffer.put((byte) bEndpointAddress);
        buffer.put((byte) bmAttributes);
        buffer.putShort((short) wMaxPacketSize);
        buffer.put((byte) bInterval);
    }
}
