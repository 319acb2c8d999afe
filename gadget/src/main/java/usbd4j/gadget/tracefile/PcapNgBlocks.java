package usbd4j.gadget.tracefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Writes the blocks of a pcapng file (IETF, draft-ietf-opsawg-pcapng). */
final class PcapNgBlocks {
    private static final int SECTION = 0x0A0D0D0A;
    private static final int INTERFACE = 1;
    private static final int STATISTICS = 5;
    private static final int PACKET = 6;
    private static final int BYTE_ORDER = 0x1A2B3C4D;

    /** {@code LINKTYPE_USB_LINUX_MMAPPED}: usbmon's packets with a header of 64 bytes. */
    private static final int USB_LINUX_MMAPPED = 220;

    private static final int COMMENT = 1;
    private static final int APPLICATION = 4;
    private static final int OPTION_HEADER = 4;
    private static final int LONGEST_OPTION = 0xFFFF;

    /** Type and length before the body, and the length behind it. */
    private static final int FRAME = 12;

    private static final int NO_LENGTH = -1;
    private static final long MICROS = 1_000_000;

    private final ByteArrayOutputStream out;

    PcapNgBlocks(ByteArrayOutputStream out) {
        this.out = out;
    }

    /** Writes what a file begins with. */
    void begin() {
        ByteBuffer section = block(SECTION, 16 + room(List.of("usbd4j")));
        section.putInt(BYTE_ORDER).putShort((short) 1).putShort((short) 0).putLong(NO_LENGTH);
        options(section, APPLICATION, List.of("usbd4j"));
        write(section);
        ByteBuffer described = block(INTERFACE, 8);
        described.putShort((short) USB_LINUX_MMAPPED).putShort((short) 0).putInt(0);
        write(described);
    }

    /** Writes a packet. */
    void packet(Instant time, ByteBuffer header, ByteBuffer data, List<String> comments) {
        int length = header.remaining() + data.remaining();
        ByteBuffer packet = block(PACKET, 20 + padded(length) + room(comments));
        packet.putInt(0);
        time(packet, time);
        packet.putInt(length).putInt(length);
        packet.put(header.duplicate()).put(data.duplicate());
        packet.position(padded(packet.position()));
        options(packet, COMMENT, comments);
        write(packet);
    }

    /** Writes comments that no packet follows. */
    void end(Instant time, List<String> comments) {
        ByteBuffer statistics = block(STATISTICS, 12 + room(comments));
        statistics.putInt(0);
        time(statistics, time);
        options(statistics, COMMENT, comments);
        write(statistics);
    }

    private static void time(ByteBuffer block, Instant time) {
        long micros = time.getEpochSecond() * MICROS + time.getNano() / 1000;
        block.putInt((int) (micros >> Integer.SIZE)).putInt((int) micros);
    }

    /** {@return a block, at the place of its body} */
    private static ByteBuffer block(int type, int bodyLength) {
        int length = FRAME + bodyLength;
        return ByteBuffer.allocate(length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(type)
                .putInt(length);
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }

    /** {@return how many bytes options of these texts need} */
    private static int room(List<String> texts) {
        int room = texts.isEmpty() ? 0 : OPTION_HEADER;
        for (String text : texts) {
            room += OPTION_HEADER + padded(bytes(text).length);
        }
        return room;
    }

    private static void options(ByteBuffer block, int code, List<String> texts) {
        for (String text : texts) {
            byte[] bytes = bytes(text);
            block.putShort((short) code).putShort((short) bytes.length).put(bytes);
            block.position(padded(block.position()));
        }
    }

    /** {@return the text, or as much as fits into an option} */
    private static byte[] bytes(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        int end = Math.min(bytes.length, LONGEST_OPTION);
        while (end < bytes.length && (bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    private void write(ByteBuffer block) {
        block.putInt(block.capacity() - Integer.BYTES, block.capacity());
        out.write(block.array(), block.arrayOffset(), block.capacity());
    }
}
