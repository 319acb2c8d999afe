package usbd4j.gadget.tracefile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import usbd4j.gadget.trace.EndpointTransfer;
import usbd4j.stack.Direction;
import usbd4j.stack.Outcome;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.descriptor.TransferType;

/**
 * What usbmon says of a URB ({@code struct mon_bin_hdr}, 64 bytes; Linux, Documentation/usb/usbmon.rst).
 *
 * @param id the same in the two packets of a transfer
 * @param isSubmitted whether the host asks for the transfer; if not, it is over
 * @param type what kind of transfer, by the kernel's number
 * @param address the endpoint's address, with bit 7 for IN
 * @param device the device's address
 * @param setup the setup packet, if there is one
 * @param status 0 or a negative errno
 * @param length the length that the host asks for, or the length that was transferred
 * @param hasData whether data follow the header
 */
record UsbMonPacket(
        long id,
        boolean isSubmitted,
        int type,
        int address,
        int device,
        Setup setup,
        int status,
        int length,
        boolean hasData) {
    /** The length of the header in bytes. */
    static final int LENGTH = 64;

    static final int DONE = 0;

    /** {@code -EPIPE}. */
    static final int STALLED = -32;

    /** {@code -ENOENT}: unlinked. */
    static final int GIVEN_UP = -2;

    /** {@code -EINPROGRESS}. */
    private static final int SUBMITTED = -115;

    /** {@code -EOVERFLOW}. */
    private static final int OVERFLOW = -75;

    private static final int CONTROL = 2;
    private static final int BUS = 1;
    private static final int IN = 0x80;

    /** A setup packet, or that there is none. */
    record Setup(boolean isPresent, ByteBuffer bytes) {
        private static final Setup NONE = new Setup(false, ByteBuffer.allocate(SetupPacket.LENGTH));
    }

    static UsbMonPacket submitted(long id, int device, SetupPacket setup) {
        boolean isOut = setup.direction() == Direction.OUT;
        return new UsbMonPacket(
                id,
                true,
                CONTROL,
                isOut ? 0 : IN,
                device,
                new Setup(true, SetupBytes.of(setup)),
                SUBMITTED,
                setup.wLength(),
                isOut && setup.wLength() > 0);
    }

    static UsbMonPacket completed(long id, int device, SetupPacket setup, int status, int length) {
        boolean isIn = setup.direction() == Direction.IN;
        return new UsbMonPacket(
                id, false, CONTROL, isIn ? IN : 0, device, Setup.NONE, status, length, isIn && length > 0);
    }

    static UsbMonPacket completed(long id, int device, EndpointTransfer transfer) {
        return new UsbMonPacket(
                id,
                false,
                code(transfer.type()),
                transfer.bEndpointAddress(),
                device,
                Setup.NONE,
                status(transfer.outcome()),
                transfer.data().remaining(),
                transfer.data().hasRemaining());
    }

    private static int status(Outcome outcome) {
        return switch (outcome) {
            case DONE, MISSED -> DONE;
            case DROPPED -> GIVEN_UP;
            case OVERFLOW -> OVERFLOW;
        };
    }

    /**
     * {@return the header's bytes}
     *
     * @param time when
     * @param captured how many bytes of data follow
     */
    ByteBuffer header(Instant time, int captured) {
        ByteBuffer header = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(id);
        header.put((byte) (isSubmitted ? 'S' : 'C'));
        header.put((byte) type);
        header.put((byte) address);
        header.put((byte) device);
        header.putShort((short) BUS);
        header.put((byte) (setup.isPresent() ? 0 : '-'));
        header.put((byte) (hasData ? 0 : (address & IN) != 0 ? '<' : '>'));
        header.putLong(time.getEpochSecond());
        header.putInt(time.getNano() / 1000);
        header.putInt(status);
        header.putInt(length);
        header.putInt(captured);
        header.put(setup.bytes().duplicate());
        return header.clear();
    }

    /** {@return the kernel's number: those of USB's descriptors are others} */
    private static int code(TransferType type) {
        return switch (type) {
            case ISOCHRONOUS -> 0;
            case INTERRUPT -> 1;
            case BULK -> 3;
        };
    }
}
