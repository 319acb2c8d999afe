package usbd4j.gadget.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the packets of a pcapng file (IETF, draft-ietf-opsawg-pcapng), a block at a time, however many there are. */
final class PcapNgReader {
    /** Begins each section, and so each file; the same in either byte order. */
    static final int SECTION = 0x0A0D0D0A;

    private static final int INTERFACE = 1;
    private static final int SIMPLE_PACKET = 3;
    private static final int PACKET = 6;

    private static final int BYTE_ORDER = 0x1A2B3C4D;
    private static final int COMMENT = 1;

    /** What comes before a packet in its block, in bytes. */
    private static final int BEFORE_PACKET = 20;

    private static final int BEFORE_SIMPLE_PACKET = 4;
    private static final int LINK_TYPE_LENGTH = 2;

    /** A block's type, its length, and its length once more behind the body. */
    private static final int AROUND = 12;

    /** usbmon records less than 16 MiB of a transfer. */
    private static final int MOST = 32 << 20;

    private final InputStream in;
    private final List<Integer> linkTypes = new ArrayList<>();
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

    private record Block(int type, ByteBuffer body) {
        ByteBuffer body(int least) {
            if (body.capacity() < least) {
                throw new IllegalArgumentException("has a block of type %d with %d bytes, less than that type has"
                        .formatted(type, body.capacity()));
            }
            return body;
        }
    }

    /**
     * Prepares to read.
     *
     * @param in the file
     */
    PcapNgReader(InputStream in) {
        this.in = in;
    }

    /**
     * {@return the next packet; empty at the end, also where the file was cut}
     *
     * @throws IllegalArgumentException if the file is none, in words that follow "it"
     */
    Optional<RecordedPacket> next() throws IOException {
        for (Optional<Block> read = block(); read.isPresent(); read = block()) {
            Block block = read.get();
            switch (block.type) {
                case SECTION -> linkTypes.clear();
                case INTERFACE ->
                    linkTypes.add(
                            Short.toUnsignedInt(block.body(LINK_TYPE_LENGTH).getShort(0)));
                case PACKET -> {
                    return Optional.of(packet(block.body(BEFORE_PACKET)));
                }
                case SIMPLE_PACKET -> {
                    return Optional.of(simplePacket(block.body(BEFORE_SIMPLE_PACKET)));
                }
                default -> {} // of no use here
            }
        }
        return Optional.empty();
    }

    private RecordedPacket simplePacket(ByteBuffer body) {
        int room = body.capacity() - BEFORE_SIMPLE_PACKET;
        // Its length is that of the packet, of which less may have been recorded.
        int length = requireRoom(Math.min(body.getInt(0), room), room);
        return new RecordedPacket(
                linkType(0), body.slice(BEFORE_SIMPLE_PACKET, length).order(order), List.of());
    }

    private RecordedPacket packet(ByteBuffer body) {
        int room = body.capacity() - BEFORE_PACKET;
        int length = requireRoom(body.getInt(12), room);
        ByteBuffer options = body.slice(BEFORE_PACKET, room).order(order);
        ByteBuffer bytes = options.slice(0, length).order(order);
        options.position(Math.min(options.limit(), padded(length)));
        return new RecordedPacket(linkType(body.getInt(0)), bytes, comments(options));
    }

    private static int requireRoom(int length, int room) {
        if (length < 0 || length > room) {
            throw new IllegalArgumentException("has a packet that does not fit into its block");
        }
        return length;
    }

    private int linkType(int number) {
        if (number < 0 || number >= linkTypes.size()) {
            throw new IllegalArgumentException("has a packet of an interface that it does not describe");
        }
        return linkTypes.get(number);
    }

    private static List<String> comments(ByteBuffer options) {
        List<String> comments = new ArrayList<>();
        while (options.remaining() >= 4) {
            int code = Short.toUnsignedInt(options.getShort());
            int length = Math.min(Short.toUnsignedInt(options.getShort()), options.remaining());
            if (code == COMMENT) {
                byte[] text = new byte[length];
                options.duplicate().get(text);
                comments.add(new String(text, UTF_8));
            }
            options.position(Math.min(options.limit(), options.position() + padded(length)));
        }
        return comments;
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }

    /** {@return the next block; empty at the end of the file} */
    private Optional<Block> block() throws IOException {
        ByteBuffer head = ByteBuffer.wrap(in.readNBytes(AROUND));
        if (head.remaining() < AROUND) {
            return Optional.empty();
        }
        if (head.getInt(0) == SECTION) {
            order = byteOrder(head);
        }
        head.order(order);
        int length = head.getInt(4);
        if (length < AROUND || length % 4 != 0 || length > MOST) {
            throw new IllegalArgumentException(
                    "has a block of %s bytes, which none has".formatted(Integer.toUnsignedString(length)));
        }
        byte[] rest = in.readNBytes(length - AROUND);
        if (rest.length < length - AROUND) {
            return Optional.empty();
        }
        // Of the bytes that were read as head, the last four are the body's first, if there is a body.
        ByteBuffer body = ByteBuffer.allocate(rest.length).order(order);
        if (rest.length > 0) {
            body.put(head.slice(8, 4)).put(rest, 0, rest.length - 4).clear();
        }
        return Optional.of(new Block(head.getInt(0), body));
    }

    private static ByteOrder byteOrder(ByteBuffer head) {
        if (head.getInt(8) == BYTE_ORDER) {
            return ByteOrder.BIG_ENDIAN;
        }
        if (head.getInt(8) == Integer.reverseBytes(BYTE_ORDER)) {
            return ByteOrder.LITTLE_ENDIAN;
        }
        throw new IllegalArgumentException("has a section in no known byte order");
    }
}
