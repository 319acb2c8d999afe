package usbd4j.stack;

import static usbd4j.stack.descriptor.Unsigned.u16;
import static usbd4j.stack.descriptor.Unsigned.u8;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * The setup packet: the eight bytes that begin every control transfer (USB 2.0, table 9-2).
 *
 * @param bmRequestType 1 byte: direction, type and recipient
 * @param bRequest 1 byte, the request's code; its meaning depends on the type
 * @param wValue 2 bytes, meaning depends on the request
 * @param wIndex 2 bytes, meaning depends on the request; if the recipient is an interface or endpoint, its number or
 *     address is in the low byte
 * @param wLength 2 bytes, length of the data stage in bytes: the maximum if IN, exact if OUT; 0 for no data stage
 */
public record SetupPacket(int bmRequestType, int bRequest, int wValue, int wIndex, int wLength) {
    /** Size of a setup packet in bytes. */
    public static final int LENGTH = 8;

    /** Checks every field's range. */
    public SetupPacket {
        u8("bmRequestType", bmRequestType);
        u8("bRequest", bRequest);
        u16("wValue", wValue);
        u16("wIndex", wIndex);
        u16("wLength", wLength);
    }

    /**
     * {@return a setup packet whose bmRequestType is composed of direction, type and recipient}
     *
     * @param direction bit 7
     * @param type bits 6 and 5
     * @param recipient bits 4 to 0
     * @param bRequest 1 byte
     * @param wValue 2 bytes
     * @param wIndex 2 bytes
     * @param wLength 2 bytes
     */
    public static SetupPacket of(
            Direction direction,
            RequestType type,
            Recipient recipient,
            int bRequest,
            int wValue,
            int wIndex,
            int wLength) {
        return new SetupPacket(direction.bits() | type.bits() | recipient.bits(), bRequest, wValue, wIndex, wLength);
    }

    /**
     * {@return the setup packet at the buffer's position, which advances by {@link #LENGTH} bytes}
     *
     * @param buffer little-endian
     */
    public static SetupPacket read(ByteBuffer buffer) {
        return new SetupPacket(
                Byte.toUnsignedInt(buffer.get()),
                Byte.toUnsignedInt(buffer.get()),
                Short.toUnsignedInt(buffer.getShort()),
                Short.toUnsignedInt(buffer.getShort()),
                Short.toUnsignedInt(buffer.getShort()));
    }

    /**
     * Writes the packet at the buffer's position.
     *
     * @param buffer little-endian, with room for {@link #LENGTH} bytes
     */
    public void write(ByteBuffer buffer) {
        buffer.put((byte) bmRequestType);
        buffer.put((byte) bRequest);
        buffer.putShort((short) wValue);
        buffer.putShort((short) wIndex);
        buffer.putShort((short) wLength);
    }

    /** {@return the direction of the data stage} */
    public Direction direction() {
        return Direction.of(bmRequestType);
    }

    /** {@return the type of the request} */
    public RequestType type() {
        return RequestType.of(bmRequestType);
    }

    /** {@return the recipient of the request} */
    public Recipient recipient() {
        return Recipient.of(bmRequestType);
    }

    /** {@return the low byte of wIndex: the interface number or endpoint address, if that is the recipient} */
    public int target() {
        return wIndex & 0xFF;
    }

    /**
     * {@return a copy of this packet addressed to another interface or endpoint}
     *
     * @param target the low byte of wIndex
     */
    public SetupPacket withTarget(int target) {
        int high = wIndex & 0xFF00;
        return new SetupPacket(bmRequestType, bRequest, wValue, high | u8("target", target), wLength);
    }

    /**
     * {@return whether the request has this type and recipient}
     *
     * <p>Comparing bRequest alone is not enough: it is 0 for DFU's DETACH and for the standard GET_STATUS.
     *
     * @param type bits 6 and 5 of bmRequestType
     * @param recipient bits 4 to 0 of bmRequestType
     */
    public boolean is(RequestType type, Recipient recipient) {
        return type() == type && recipient() == recipient;
    }

    @Override
    public String toString() {
        String whom = switch (recipient()) {
            case INTERFACE, ENDPOINT -> recipient() + " " + target();
            case DEVICE, OTHER, RESERVED -> recipient().toString();
        };
        String request = StandardRequest.of(this)
                .map(Enum::name)
                .orElseGet(() -> "0x" + HexFormat.of().withUpperCase().toHexDigits((byte) bRequest));
        // Not by a Formatter: that loads a language's digits first, while a host waits for the answer that is logged.
        String fields = " (wValue " + wValue + ", wIndex " + wIndex + ", wLength " + wLength + ")";
        return direction() + " " + type() + " request " + request + " to " + whom + fields;
    }
}
