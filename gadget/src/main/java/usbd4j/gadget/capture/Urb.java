package usbd4j.gadget.capture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Optional;
import usbd4j.stack.SetupPacket;

/**
 * What usbmon says of a URB ({@code struct mon_bin_hdr}; Linux, Documentation/usb/usbmon.rst).
 *
 * @param id the same when it is submitted and when it is over
 * @param device whose it is
 * @param isSubmitted whether the host asks for the transfer; if not, it is over
 * @param type what kind of transfer, by the kernel's number
 * @param address the endpoint's address, with bit 7 for IN
 * @param setup the setup packet, when a control transfer is submitted
 * @param time when
 * @param status 0 or a negative errno, when it is over
 * @param data what was recorded of the data, from position to limit
 */
record Urb(
        long id,
        BusAddress device,
        boolean isSubmitted,
        int type,
        int address,
        Optional<SetupPacket> setup,
        Instant time,
        int status,
        ByteBuffer data) {
    static final int ISOCHRONOUS = 0;
    static final int INTERRUPT = 1;
    static final int CONTROL = 2;

    /** {@code LINKTYPE_USB_LINUX}, with a header of 48 bytes. */
    private static final int USB_LINUX = 189;

    /** {@code LINKTYPE_USB_LINUX_MMAPPED}, with a header of 64 bytes. */
    private static final int USB_LINUX_MMAPPED = 220;

    /** {@code LINKTYPE_USBPCAP}. */
    private static final int USBPCAP = 249;

    private static final int MICROS = 1_000_000;
    private static final int NANOS = 1000;

    /** What a later time is, is damage. */
    private static final long LATEST = 1L << 33;

    /**
     * {@return what a packet says}
     *
     * @param packet the packet
     * @throws IllegalArgumentException if it is none of usbmon's, in words that follow "it"
     */
    static Urb of(RecordedPacket packet) {
        int header = switch (packet.linkType()) {
            case USB_LINUX -> 48;
            case USB_LINUX_MMAPPED -> 64;
            case USBPCAP ->
                throw new IllegalArgumentException(
                        "is of USBPcap, from Windows; only captures of Linux's usbmon can be read");
            default ->
                throw new IllegalArgumentException(
                        "has packets of link type %d, which is not USB's; only captures of Linux's usbmon can be read"
                                .formatted(packet.linkType()));
        };
        ByteBuffer bytes = packet.bytes();
        if (bytes.remaining() < header) {
            throw new IllegalArgumentException(
                    "has a packet of %d bytes, less than usbmon's header has".formatted(bytes.remaining()));
        }
        return of(bytes, header);
    }

    private static Urb of(ByteBuffer bytes, int header) {
        int type = bytes.get(9);
        // With isochronous transfers, the descriptors of their packets come first.
        int length = type == ISOCHRONOUS ? 0 : Math.min(Math.max(0, bytes.getInt(36)), bytes.capacity() - header);
        boolean hasSetup = bytes.get(14) == 0;
        return new Urb(
                bytes.getLong(0),
                new BusAddress(Short.toUnsignedInt(bytes.getShort(12)), Byte.toUnsignedInt(bytes.get(11))),
                bytes.get(8) == 'S',
                type,
                Byte.toUnsignedInt(bytes.get(10)),
                hasSetup
                        ? Optional.of(SetupPacket.read(bytes.slice(40, 8).order(ByteOrder.LITTLE_ENDIAN)))
                        : Optional.empty(),
                time(bytes.getLong(16), bytes.getInt(24)),
                bytes.getInt(28),
                bytes.slice(header, length));
    }

    private static Instant time(long seconds, int micros) {
        if (seconds < 0 || seconds > LATEST || micros < 0 || micros >= MICROS) {
            throw new IllegalArgumentException("has a packet of no time that there is");
        }
        return Instant.ofEpochSecond(seconds, (long) micros * NANOS);
    }
}
