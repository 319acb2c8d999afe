package usbd4j.stack.descriptor;

import static usbd4j.stack.descriptor.Unsigned.u16;
import static usbd4j.stack.descriptor.Unsigned.u8;

import java.nio.ByteBuffer;

/**
 * The SuperSpeed USB device capability descriptor, which each device has that can run at super speed (USB 3.2, table 9-16).
 *
 * @param bmAttributes 1 byte: bit 1 for latency tolerance messages
 * @param wSpeedsSupported 2 bytes: bit 0 low, bit 1 full, bit 2 high, bit 3 super speed
 * @param bFunctionalitySupport 1 byte, the bit number of the lowest speed at which the device does all it can
 * @param bU1DevExitLat 1 byte, the latency of leaving link state U1 in microseconds; hosts leave a device in U0 whose latencies are 0
 * @param wU2DevExitLat 2 bytes, the latency of leaving link state U2 in microseconds
 */
public record SuperSpeedCapabilityDescriptor(
        int bmAttributes, int wSpeedsSupported, int bFunctionalitySupport, int bU1DevExitLat, int wU2DevExitLat)
        implements DeviceCapability {
    /** That of a device which does the same from full speed on, and whose link stays in U0. */
    public static final SuperSpeedCapabilityDescriptor FROM_FULL_SPEED =
            new SuperSpeedCapabilityDescriptor(0, 0b1110, 1, 0, 0);

    private static final int SUPERSPEED_USB = 3;

    /** Checks every field's range. */
    public SuperSpeedCapabilityDescriptor {
        u8("bmAttributes", bmAttributes);
        u16("wSpeedsSupported", wSpeedsSupported);
        u8("bFunctionalitySupport", bFunctionalitySupport);
        u8("bU1DevExitLat", bU1DevExitLat);
        u16("wU2DevExitLat", wU2DevExitLat);
    }

    @Override
    public int bLength() {
        return 10;
    }

    @Override
    public int bDevCapabilityType() {
        return SUPERSPEED_USB;
    }

    @Override
    public void writeCapability(ByteBuffer buffer) {
        buffer.put((byte) bmAttributes);
        buffer.putShort((short) wSpeedsSupported);
        buffer.put((byte) bFunctionalitySupport);
        buffer.put((byte) bU1DevExitLat);
        buffer.putShort((short) wU2DevExitLat);
    }
}
