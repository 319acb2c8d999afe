package usbd4j.gadget.copy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import usbd4j.stack.descriptor.DescriptorType;

/**
 * A descriptor as a device has sent it, whatever it is.
 *
 * @param bytes all of it, little-endian, from position to limit: at least bLength and bDescriptorType
 */
record RawDescriptor(ByteBuffer bytes) {
    private static final int HEADER_LENGTH = 2;

    /**
     * {@return the descriptors that fill a buffer}
     *
     * @param buffer from its position to its limit
     * @throws IllegalArgumentException if one is cut off, or shorter than bLength and bDescriptorType
     */
    static List<RawDescriptor> all(ByteBuffer buffer) {
        List<RawDescriptor> all = new ArrayList<>();
        int at = buffer.position();
        while (at < buffer.limit()) {
            int length = Byte.toUnsignedInt(buffer.get(at));
            int left = buffer.limit() - at;
            if (length < HEADER_LENGTH || length > left) {
                throw new IllegalArgumentException(
                        "the descriptor at byte %d has bLength %d, and %d bytes are left".formatted(at, length, left));
            }
            all.add(new RawDescriptor(
                    buffer.duplicate().position(at).limit(at + length).slice().order(ByteOrder.LITTLE_ENDIAN)));
            at += length;
        }
        return all;
    }

    /** {@return bLength} */
    int length() {
        return bytes.remaining();
    }

    boolean is(DescriptorType type) {
        return is(type.code());
    }

    boolean is(int bDescriptorType) {
        return Byte.toUnsignedInt(bytes.get(1)) == bDescriptorType;
    }

    /**
     * {@return this descriptor}
     *
     * @param least bLength as the specification has it
     * @throws IllegalArgumentException if it is shorter
     */
    RawDescriptor requireLength(int least) {
        if (length() < least) {
            throw new IllegalArgumentException("a descriptor of type %d has bLength %d, and needs %d"
                    .formatted(Byte.toUnsignedInt(bytes.get(1)), length(), least));
        }
        return this;
    }

    /** {@return its bytes in hexadecimal} */
    @Override
    public String toString() {
        return HexFormat.ofDelimiter(" ").formatHex(copy(bytes));
    }

    /** {@return bytes from position to limit} */
    static byte[] copy(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return copy;
    }
}
