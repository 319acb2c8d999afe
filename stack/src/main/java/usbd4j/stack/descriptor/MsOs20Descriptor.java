package usbd4j.stack.descriptor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A Microsoft OS 2.0 descriptor: wLength, wDescriptorType and little-endian fields. Some descriptors contain others, which
 * follow them.
 */
public sealed interface MsOs20Descriptor
        permits MsOs20DescriptorSet, MsOs20ConfigurationSubset, MsOs20FunctionSubset, MsOs20Feature {
    /** {@return wLength, the descriptor's size in bytes, without the descriptors that it contains} */
    int wLength();

    /** {@return wDescriptorType, 2 bytes (Microsoft OS 2.0 Descriptors, table 9)} */
    int wDescriptorType();

    /** {@return the descriptors that it contains} */
    default List<? extends MsOs20Descriptor> held() {
        return List.of();
    }

    /** {@return the total size of this descriptor and those that it contains, in bytes} */
    default int totalLength() {
        return wLength() + totalLength(held());
    }

    /**
     * {@return the total size of descriptors and those that they contain, in bytes}
     *
     * @param descriptors the descriptors
     */
    static int totalLength(List<? extends MsOs20Descriptor> descriptors) {
        return descriptors.stream().mapToInt(MsOs20Descriptor::totalLength).sum();
    }

    /**
     * Writes the fields that follow wLength and wDescriptorType.
     *
     * @param buffer little-endian, with room for {@code wLength() - 4} bytes
     */
    void writeFields(ByteBuffer buffer);

    /**
     * Writes the descriptor and those that it contains.
     *
     * @param buffer little-endian, with room for {@link #totalLength()} bytes
     */
    default void write(ByteBuffer buffer) {
        buffer.putShort((short) wLength());
        buffer.putShort((short) wDescriptorType());
        writeFields(buffer);
        held().forEach(each -> each.write(buffer));
    }

    /** {@return the bytes of the descriptor and those that it contains, from position to limit} */
    default ByteBuffer bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(totalLength()).order(ByteOrder.LITTLE_ENDIAN);
        write(buffer);
        return buffer.flip();
    }
}
