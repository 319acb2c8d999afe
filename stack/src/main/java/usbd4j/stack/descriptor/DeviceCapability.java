package usbd4j.stack.descriptor;

import java.nio.ByteBuffer;

/** A device capability descriptor (USB 3.2, table 9-13). */
public interface DeviceCapability extends Descriptor {
    /** {@return bDevCapabilityType, 0 to 0xFF (USB 3.2, table 9-14)} */
    int bDevCapabilityType();

    /**
     * Writes the fields that follow bDevCapabilityType.
     *
     * @param buffer little-endian, with room for {@code bLength() - 3} bytes
     */
    void writeCapability(ByteBuffer buffer);

    /** {@return 16, DEVICE_CAPABILITY} */
    @Override
    default int bDescriptorType() {
        return DescriptorType.DEVICE_CAPABILITY.code();
    }

    @Override
    default void writeFields(ByteBuffer buffer) {
        buffer.put((byte) bDevCapabilityType());
        writeCapability(buffer);
    }
}
