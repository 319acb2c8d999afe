package usbd4j.stack.descriptor;

import static usbd4j.stack.descriptor.Unsigned.u16;
import static usbd4j.stack.descriptor.Unsigned.u8;

import java.nio.ByteBuffer;

/**
 * The endpoint descriptor (USB 2.0, table 9-13).
 *
 * @param bEndpointAddress 1 byte: endpoint number in bits 3 to 0, bit 7 set for IN
 * @param bmAttributes 1 byte: transfer type in bits 1 and 0
 * @param wMaxPacketSize 2 bytes: maximum packet size in bytes in bits 10 to 0, additional transactions in a high-speed
 *     microframe in bits 12 and 11
 * @param bInterval 1 byte: polling interval, in frames at full speed; 2 to the power of bInterval - 1 microframes from high
 *     speed on
 */
public record EndpointDescriptor(int bEndpointAddress, int bmAttributes, int wMaxPacketSize, int bInterval)
        implements Descriptor {
    /** bLength, in bytes. */
    public static final int LENGTH = 7;

    /** Mask of the endpoint number in bEndpointAddress. */
    public static final int NUMBER = 0x0F;

    static final int DIRECTION_IN = 0x80;

    private static final int PACKET_SIZE = 0x07FF;
    private static final int ADDITIONAL_TRANSACTIONS_SHIFT = 11;

    /** Checks every field's range. */
    public EndpointDescriptor {
        u8("bEndpointAddress", bEndpointAddress);
        u8("bmAttributes", bmAttributes);
        u16("wMaxPacketSize", wMaxPacketSize);
        u8("bInterval", bInterval);
    }

    /**
     * {@return the descriptor read from a buffer}
     *
     * @param buffer little-endian, positioned at bLength
     */
    public static EndpointDescriptor read(ByteBuffer buffer) {
        int start = buffer.position();
        return new EndpointDescriptor(
                Byte.toUnsignedInt(buffer.get(start + 2)),
                Byte.toUnsignedInt(buffer.get(start + 3)),
                Short.toUnsignedInt(buffer.getShort(start + 4)),
                Byte.toUnsignedInt(buffer.get(start + 6)));
    }

    /** {@return whether this is an IN endpoint} */
    public boolean isIn() {
        return (bEndpointAddress & DIRECTION_IN) != 0;
    }

    /** {@return the transfer type} */
    public TransferType type() {
        return TransferType.of(bmAttributes);
    }

    /** {@return the maximum packet size in bytes} */
    public int packetSize() {
        return wMaxPacketSize & PACKET_SIZE;
    }

    /** {@return the most bytes in a (micro)frame: at high speed it can have up to three packets} */
    public int bytesPerInterval() {
        return packetSize() * (1 + (wMaxPacketSize >> ADDITIONAL_TRANSACTIONS_SHIFT & 3));
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
