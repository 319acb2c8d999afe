package usbd4j.stack;

import static usbd4j.stack.descriptor.Unsigned.u16;
import static usbd4j.stack.descriptor.Unsigned.u8;

import java.nio.ByteBuffer;

/**
 * The eight bytes with which every control transfer begins (USB 2.0, table 9-2).
 *
 * @param bmRequestType 1 byte: direction, type and recipient
 * @param bRequest 1 byte, which request; its meaning depends on the type
 * @param wValue 2 bytes, depends on the request
 * @param wIndex 2 bytes, an interface's or endpoint's number in the low byte if that is the recipient
 * @param wLength 2 bytes, most bytes in the data stage; 0 if there is none
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
     * {@return a setup packet with bmRequestType put together from its three parts}
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
     * {@return the setup packet at the buffer's position, which moves behind it}
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

    /** {@return which way the data stage goes} */
    public Direction direction() {
        return Direction.of(bmRequestType);
    }

    /** {@return who defined the request} */
    public RequestType type() {
        return RequestType.of(bmRequestType);
    }

    /** {@return whom the request is for} */
    public Recipient recipient() {
        return Recipient.of(bmRequestType);
    }

    /** {@return the low byte of wIndex, the number of the interface or endpoint the request is for} */
    public int target() {
        return wIndex & 0xFF;
    }

    /**
     * {@return the same request for another interface or endpoint}
     *
     * @param target the low byte of wIndex
     */
    public SetupPacket withTarget(int target) {
        int high = wIndex & 0xFF00;
        return new SetupPacket(bmRequestType, bRequest, wValue, high | u8("target", target), wLength);
    }

    /**
     * {@return whether the request is of this type and for this recipient}
     *
     * <p>To compare bRequest alone mistakes one for another: DFU's DETACH is 0, and so is the standard GET_STATUS.
     *
     * @param type who defined the request
     * @param recipient whom it is for
     */
    public boolean is(RequestType type, Recipient recipient) {
        return type() == type && recipient() == recipient;
    }

    @Override
    public String toString() {
        String whom = switch (recipient()) {
            case INTERFACE, ENDPOINT -> "%s %d".formatted(recipient(), target());
            case DEVICE, OTHER, RESERVED -> recipient().toString();
        };
        String request = StandardRequest.of(this).map(Enum::name).orElseGet(() -> "0x%02X".formatted(bRequest));
        return "%s %s request %s to %s (wValue %d, wIndex %d, wLength %d)"
                .formatted(direction(), type(), request, whom, wValue, wIndex, wLength);
    }
}
