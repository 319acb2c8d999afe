package usbd4j.stack.usbip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import usbd4j.stack.Direction;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.linux.NativeMemory;

/**
 * A transfer that the host asks for: USBIP_CMD_SUBMIT, and later the USBIP_RET_SUBMIT that answers it, in the same memory. Used again
 * and again, see {@link UrbPool}.
 */
final class Urb {
    /** The length of every PDU's header in bytes. */
    static final int HEADER_LENGTH = 48;

    private static final int RET_SUBMIT = 3;
    private static final int SETUP_AT = 40;

    /** {@code URB_SHORT_NOT_OK}: an IN transfer that ends with a short packet has failed. */
    private static final int SHORT_NOT_OK = 0x01;

    /** {@code URB_ZERO_PACKET}: an OUT transfer of whole packets is followed by an empty one. */
    private static final int ZERO_PACKET = 0x40;

    private final NativeMemory memory;
    private final ByteBuffer header;
    private final ByteBuffer data;
    private final ByteBuffer little;
    private final ByteBuffer setup = ByteBuffer.allocate(SetupPacket.LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    private int seqnum;
    private int endpoint;
    private boolean isIn;
    private int flags;
    private int length;

    /**
     * Creates a transfer to be filled.
     *
     * @param capacity most bytes of data
     */
    Urb(int capacity) {
        memory = NativeMemory.allocate(HEADER_LENGTH + capacity);
        header = memory.bytes().duplicate().order(ByteOrder.BIG_ENDIAN);
        data = memory.bytes().slice(HEADER_LENGTH, capacity);
        little = data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Takes over a request, without its data.
     *
     * @param submit the header of a USBIP_CMD_SUBMIT, big-endian
     */
    void fill(ByteBuffer submit) {
        seqnum = submit.getInt(4);
        isIn = submit.getInt(12) != 0;
        endpoint = submit.getInt(16);
        flags = submit.getInt(20);
        length = submit.getInt(24);
        setup.clear().put(0, submit, SETUP_AT, SetupPacket.LENGTH);
        data.clear().limit(length);
    }

    /** Takes over the number of a request that is refused, and nothing of it. */
    void refuse(int number) {
        seqnum = number;
        isIn = false;
        data.clear().limit(0);
    }

    /** {@return the number by which the host knows it} */
    int seqnum() {
        return seqnum;
    }

    /** {@return the endpoint's number, 0 to 15} */
    int endpoint() {
        return endpoint;
    }

    /** {@return whether data go to the host} */
    boolean isIn() {
        return isIn;
    }

    /** {@return the most bytes that the host wants, or the number that it sends} */
    int length() {
        return length;
    }

    boolean isShortNotOk() {
        return (flags & SHORT_NOT_OK) != 0;
    }

    boolean isZeroPacket() {
        return (flags & ZERO_PACKET) != 0;
    }

    /** {@return the data: at its position, what has been transferred ends; at its limit, what the host asks for} */
    ByteBuffer data() {
        return data;
    }

    /** {@return all data that the host has sent, little-endian} */
    ByteBuffer sent() {
        return little.clear().limit(length);
    }

    int capacity() {
        return data.capacity();
    }

    /** {@return the setup packet, which counts for endpoint zero only} */
    SetupPacket setup() {
        return SetupPacket.read(setup.clear());
    }

    /** {@return whether direction and length are those of the setup packet; hosts see to that (usb_submit_urb)} */
    boolean isControl() {
        SetupPacket packet = setup();
        if (packet.wLength() == 0) {
            return length == 0;
        }
        return packet.direction() == Direction.IN ? isIn : !isIn && length == packet.wLength();
    }

    /**
     * {@return the memory of the answer}
     *
     * @param status 0 or a negative errno
     */
    NativeMemory answer(int status) {
        header.clear();
        header.putInt(RET_SUBMIT).putInt(seqnum).putInt(0).putInt(0).putInt(0);
        header.putInt(status).putInt(data.position()).putInt(0).putInt(0).putInt(0);
        header.putLong(0);
        return memory;
    }

    NativeMemory memory() {
        return memory;
    }

    /** {@return the length of the answer in bytes} */
    int answerLength() {
        return HEADER_LENGTH + (isIn ? data.position() : 0);
    }
}
