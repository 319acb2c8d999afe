package usbd4j.stack.descriptor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A USB descriptor: bLength, bDescriptorType and little-endian fields (USB 2.0, 9.5). */
public interface Descriptor {
    /** {@return bLength, the descriptor's size in bytes} */
    int bLength();

    /** {@return bDescriptorType, 0 to 0xFF} */
    int bDescriptorType();

    /**
     * Writes the fields that follow bLength and bDescriptorType.
     *
     * @param buffer little-endian, with room for {@code bLength() - 2} bytes
     */
    void writeFields(ByteBuffer buffer);

    /**
     * Writes the whole descriptor.
     *
     * @param buffer little-endian, with room for {@link #bLength()} bytes
     */
    default void write(ByteBuffer buffer) {
        buffer.put((byte) bLength());
        buffer.put((byte) bDescriptorType());
        writeFields(buffer);
    }

    /** {@return the descriptor's bytes, from position to limit} */
    default ByteBuffer bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(bLength()).order(ByteOrder.LITTLE_ENDIAN);
        write(buffer);
        return buffer.flip();
    }
}
