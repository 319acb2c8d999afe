package usbd4j.stack.descriptor;

import static usbd4j.stack.descriptor.Unsigned.u16;
import static usbd4j.stack.descriptor.Unsigned.u32;
import static usbd4j.stack.descriptor.Unsigned.u8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;

/**
 * The platform capability descriptor, defined by a platform such as an operating system or browser (USB 3.2, table 9-18).
 *
 * @param platformCapabilityUuid PlatformCapabilityUUID, 16 bytes; on the wire its first three fields are little-endian, the
 *     other two big-endian
 * @param capabilityData CapabilityData, from position to limit, at most 235 bytes in a platform-defined format
 */
public record PlatformCapabilityDescriptor(UUID platformCapabilityUuid, ByteBuffer capabilityData)
        implements DeviceCapability {
    /** PlatformCapabilityUUID of WebUSB. */
    public static final UUID WEB_USB = UUID.fromString("3408b638-09a9-47a0-8bfd-a0768815b665");
    /** PlatformCapabilityUUID of Microsoft OS 2.0, supported from Windows 8.1 on (Microsoft OS 2.0 Descriptors, table 3). */
    public static final UUID MS_OS_20 = UUID.fromString("d8dd60df-4589-4cc7-9cd2-659d9e648a9f");

    private static final int PLATFORM = 5;
    private static final int LENGTH_WITHOUT_DATA = 20;
    private static final int MOST_DATA = 0xFF - LENGTH_WITHOUT_DATA;
    private static final int WEB_USB_DATA_LENGTH = 4;
    private static final int WEB_USB_1_0 = 0x0100;
    private static final int MS_OS_20_DATA_LENGTH = 8;
    private static final int NO_ALTERNATE_ENUMERATION = 0;

    /** Checks the length. */
    public PlatformCapabilityDescriptor {
        int length = capabilityData.remaining();
        if (length > MOST_DATA) {
            throw new IllegalArgumentException(
                    "CapabilityData has %d bytes; at most %d are allowed".formatted(length, MOST_DATA));
        }
        capabilityData = ByteBuffer.allocate(length)
                .put(capabilityData.duplicate())
                .flip()
                .asReadOnlyBuffer();
    }

    /**
     * {@return the WebUSB platform capability (WebUSB, "WebUSB Platform Capability
     * Descriptor")}
     *
     * @param bVendorCode 1 byte, bRequest of the requests that WebUSB defines
     * @param iLandingPage 1 byte, index of the landing page's URL descriptor, 0 for none
     */
    public static PlatformCapabilityDescriptor webUsb(int bVendorCode, int iLandingPage) {
        return new PlatformCapabilityDescriptor(
                WEB_USB,
                data(WEB_USB_DATA_LENGTH)
                        .putShort((short) WEB_USB_1_0)
                        .put((byte) u8("bVendorCode", bVendorCode))
                        .put((byte) u8("iLandingPage", iLandingPage))
                        .flip());
    }

    /**
     * {@return the Microsoft OS 2.0 platform capability, which makes Windows read a {@link MsOs20DescriptorSet}; no
     * alternate enumeration
     * (Microsoft OS 2.0 Descriptors, tables 3 and 4)}
     *
     * @param dwWindowsVersion 4 bytes, the minimum Windows version, 0x06030000 for 8.1
     * @param wMSOSDescriptorSetTotalLength 2 bytes, the set's length in bytes
     * @param bMS_VendorCode 1 byte, bRequest that Windows uses to read it
     */
    public static PlatformCapabilityDescriptor msOs20(
            long dwWindowsVersion, int wMSOSDescriptorSetTotalLength, int bMS_VendorCode) {
        return new PlatformCapabilityDescriptor(
                MS_OS_20,
                data(MS_OS_20_DATA_LENGTH)
                        .putInt((int) u32("dwWindowsVersion", dwWindowsVersion))
                        .putShort((short) u16("wMSOSDescriptorSetTotalLength", wMSOSDescriptorSetTotalLength))
                        .put((byte) u8("bMS_VendorCode", bMS_VendorCode))
                        .put((byte) NO_ALTERNATE_ENUMERATION)
                        .flip());
    }

    private static ByteBuffer data(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** {@return CapabilityData, from position to limit, read-only} */
    @Override
    public ByteBuffer capabilityData() {
        return capabilityData.duplicate();
    }

    @Override
    public int bLength() {
        return LENGTH_WITHOUT_DATA + capabilityData.remaining();
    }

    @Override
    public int bDevCapabilityType() {
        return PLATFORM;
    }

    @Override
    public void writeCapability(ByteBuffer buffer) {
        buffer.put((byte) 0); // bReserved
        long timeParts = platformCapabilityUuid.getMostSignificantBits();
        buffer.putInt((int) (timeParts >> 32));
        buffer.putShort((short) (timeParts >> 16));
        buffer.putShort((short) timeParts);
        buffer.putLong(Long.reverseBytes(platformCapabilityUuid.getLeastSignificantBits()));
        buffer.put(capabilityData());
    }
}
