package usbd4j.stack.descriptor;

import static usbd4j.stack.descriptor.Unsigned.u32;

import java.nio.ByteBuffer;

/**
 * The USB 2.0 extension descriptor: support of link power management (USB 3.2, table 9-15; BESL bits: USB 2.0 LPM errata).
 *
 * @param bmAttributes 4 bytes: {@link #LPM}, {@link #BESL}, {@link #BASELINE_BESL_VALID}, {@link #DEEP_BESL_VALID}, the
 *     baseline BESL in bits 11 to 8, the deep one in bits 15 to 12
 */
public record Usb20ExtensionDescriptor(long bmAttributes) implements DeviceCapability {
    /** Bit of bmAttributes: the link power management protocol is supported. */
    public static final int LPM = 1 << 1;
    /** Bit of bmAttributes: BESL and alternate HIRD definitions are supported. */
    public static final int BESL = 1 << 2;
    /** Bit of bmAttributes: bits 11 to 8 hold the recommended baseline BESL. */
    public static final int BASELINE_BESL_VALID = 1 << 3;
    /** Bit of bmAttributes: bits 15 to 12 hold the recommended deep BESL. */
    public static final int DEEP_BESL_VALID = 1 << 4;

    private static final int USB_2_0_EXTENSION = 2;

    /** Checks the range. */
    public Usb20ExtensionDescriptor {
        u32("bmAttributes", bmAttributes);
    }

    @Override
    public int bLength() {
        return 7;
    }

    @Override
    public int bDevCapabilityType() {
        return USB_2_0_EXTENSION;
    }

    @Override
    public void writeCapability(ByteBuffer buffer) {
        buffer.putInt((int) bmAttributes);
    }
}
