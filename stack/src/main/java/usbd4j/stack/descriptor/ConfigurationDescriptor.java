package usbd4j.stack.descriptor;

import static usbd4j.stack.descriptor.Unsigned.u16;
import static usbd4j.stack.descriptor.Unsigned.u8;

import java.nio.ByteBuffer;

/**
 * The configuration descriptor (USB 2.0, table 9-10).
 *
 * @param wTotalLength 2 bytes, total length of this descriptor and those that follow it, in bytes
 * @param bNumInterfaces 1 byte
 * @param bConfigurationValue 1 byte, the argument of SET_CONFIGURATION, from 1
 * @param iConfiguration 1 byte, string index, 0 for none
 * @param bmAttributes 1 byte: bit 7 always set, bit 6 self-powered, bit 5 remote wake-up
 * @param bMaxPower 1 byte, maximum current drawn from the bus, in units of 2 mA (8 mA at super speed)
 */
public record ConfigurationDescriptor(
        int wTotalLength,
        int bNumInterfaces,
        int bConfigurationValue,
        int iConfiguration,
        int bmAttributes,
        int bMaxPower)
        implements Descriptor {

    /** bLength, in bytes. */
    public static final int LENGTH = 9;

    /** Checks every field's range. */
    public ConfigurationDescriptor {
        u16("wTotalLength", wTotalLength);
        u8("bNumInterfaces", bNumInterfaces);
        u8("bConfigurationValue", bConfigurationValue);
        u8("iConfiguration", iConfiguration);
        u8("bmAttributes", bmAttributes);
        u8("bMaxPower", bMaxPower);
    }

    /**
     * {@return the descriptor read from a buffer, whose position stays}
     *
     * @param buffer little-endian, positioned at bLength, with all of the descriptor's bytes
     */
    public static ConfigurationDescriptor read(ByteBuffer buffer) {
        int start = buffer.position();
        return new ConfigurationDescriptor(
                Short.toUnsignedInt(buffer.getShort(start + 2)),
                Byte.toUnsignedInt(buffer.get(start + 4)),
                Byte.toUnsignedInt(buffer.get(start + 5)),
                Byte.toUnsignedInt(buffer.get(start + 6)),
                Byte.toUnsignedInt(buffer.get(start + 7)),
                Byte.toUnsignedInt(buffer.get(start + 8)));
    }

    @Override
    public int bLength() {
        return LENGTH;
    }

    @Override
    public int bDescriptorType() {
        return DescriptorType.CONFIGURATION.code();
    }

    @Override
    public void writeFields(ByteBuffer buffer) {
        buffer.putShort((short) wTotalLength);
        buffer.put((byte) bNumInterfaces);
        buffer.put((byte) bConfigurationValue);
        buffer.put((byte) iConfiguration);
        buffer.put((byte) bmAttributes);
        buffer.put((byte) bMaxPower);
    }
}
