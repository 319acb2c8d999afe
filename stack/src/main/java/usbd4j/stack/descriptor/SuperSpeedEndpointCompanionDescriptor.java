package usbd4j.stack.descriptor;

import static usbd4j.stack.descriptor.Unsigned.u16;
import static usbd4j.stack.descriptor.Unsigned.u8;

import java.nio.ByteBuffer;

/**
 * The SuperSpeed endpoint companion descriptor, which follows each endpoint descriptor at super speed (USB 3.2, table 9-26).
 *
 * @param bMaxBurst 1 byte, packets in a burst beyond the first, 0 to 15
 * @param bmAttributes 1 byte, of a bulk endpoint its streams, 0 for none
 * @param wBytesPerInterval 2 bytes, what an interrupt endpoint transfers in an interval; of a bulk endpoint 0
 */
public record SuperSpeedEndpointCompanionDescriptor(int bMaxBurst, int bmAttributes, int wBytesPerInterval)
        implements Descriptor {
    private static final int LONGEST_BURST = 15;

    /** Checks every field's range. */
    public SuperSpeedEndpointCompanionDescriptor {
        if (bMaxBurst < 0 || bMaxBurst > LONGEST_BURST) {
            throw new IllegalArgumentException(
                    "bMaxBurst is %d, and must be within 0 and %d".formatted(bMaxBurst, LONGEST_BURST));
        }
        u8("bmAttributes", bmAttributes);
        u16("wBytesPerInterval", wBytesPerInterval);
    }

    @Override
    public int bLength() {
        return 6;
    }

    @Override
    public int bDescriptorType() {
        return DescriptorType.SUPERSPEED_ENDPOINT_COMPANION.code();
    }

    @Override
    public void writeFields(ByteBuffer buffer) {
        buffer.put((byte) bMaxBurst);
        buffer.put((byte) bmAttributes);
        buffer.putShort((short) wBytesPerInterval);
    }
}
