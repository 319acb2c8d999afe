package usbd4j.stack.example;

import java.nio.ByteBuffer;
import usbd4j.stack.descriptor.Descriptor;

/**
 * A HID descriptor with one report descriptor (HID 1.11, 6.2.1).
 *
 * @param wDescriptorLength length of the report descriptor in bytes, 0 to 65535
 */
record HidDescriptor(int wDescriptorLength) implements Descriptor {
    private static final int BCD_HID = 0x0111;
    private static final int REPORT = 0x22;

    @Override
    public int bLength() {
        return 9;
    }

    @Override
    public int bDescriptorType() {
        return 0x21;
    }

    @Override
    public void writeFields(ByteBuffer buffer) {
        byte bCountryCode = 0;
        byte bNumDescriptors = 1;
        buffer.putShort((short) BCD_HID)
                .put(bCountryCode)
                .put(bNumDescriptors)
                .put((byte) REPORT)
                .putShort((short) wDescriptorLength);
    }
}
