package usbd4j.stack.descriptor;

import static usbd4j.stack.descriptor.Unsigned.u16;
import static usbd4j.stack.descriptor.Unsigned.u8;

import java.nio.ByteBuffer;

/**
 * The SuperSpeed endpoint companion descriptor, which follows each endpoint descriptor at super speed (USB 3.2, table 9-26).
 *
 * @param bMaxBurst 1 byte, maximum number of packets in a burst minus 1, 0 to 15
 * @param bmAttributes 1 byte, for a bulk endpoint the number of streams, 0 for none
 * @param wBytesPerInterval 2 bytes, bytes an interrupt or isochronous endpoint transfers per service interval; 0
 *     for a bulk endpoint
 */
public record SuperSpeedEndpointCompanionDescriptor(int bMaxBurst, int bmAttributes, int wBytesPerInterval)
        implements Descriptor {
    private static final int LONGEST_BURST = 15;

    /** Checks every field's range. */
    public SuperSpeedEndpointCompanionDescriptor {
        if (bMaxBurst < 0 || bMaxBurst > LONGEST_BURST) {
            throw new IllegalArgumentException(
                    "bMaxBurst is %d; it must be 0 to %d".formatted(bMaxBurst, LONGEST_BURST));
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
