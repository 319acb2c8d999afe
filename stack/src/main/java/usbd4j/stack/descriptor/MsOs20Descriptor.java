package usbd4j.stack.descriptor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A descriptor of Microsoft OS 2.0: like those of USB, but with two bytes of length and two of type, in little-endian
 * order. Some hold others, which follow them.
 */
public sealed interface MsOs20Descriptor
        permits MsOs20DescriptorSet, MsOs20ConfigurationSubset, MsOs20FunctionSubset, MsOs20Feature {
    /** {@return wLength, the descriptor's size in bytes, without those that it holds} */
    int wLength();

    /** {@return wDescriptorType, the descriptor's kind (Microsoft OS 2.0 Descriptors, table 9)} */
    int wDescriptorType();

    /** {@return the descriptors that it holds} */
    default List<? extends MsOs20Descriptor> held() {
        return List.of();
    }

    /** {@return the size of the descriptor and of all that it holds, in bytes} */
    default int totalLength() {
        return wLength() + totalLength(held());
    }

    /**
     * {@return the size of descriptors and of all that they hold, in bytes}
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
     * Writes the descriptor and all that it holds.
     *
     * @param buffer little-endian, with room for {@link #totalLength()} bytes
     */
    default void write(ByteBuffer buffer) {
        buffer.putShort((short) wLength());
        buffer.putShort((short) wDescriptorType());
        writeFields(buffer);
        held().forEach(each -> each.write(buffer));
    }

    /** {@return the bytes of the descriptor and of all that it holds, ready to be read} */
    default ByteBuffer bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(totalLength()).order(ByteOrder.LITTLE_ENDIAN);
        write(buffer);
        return buffer.flip();
    }
}
