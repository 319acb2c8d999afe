package usbd4j.stack.descriptor;

import static usbd4j.stack.descriptor.Unsigned.u16;
import static usbd4j.stack.descriptor.Unsigned.u8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The binary device object store: the BOS descriptor and its device capability descriptors (USB 3.2, table 9-12). Hosts
 * read it if bcdUSB is 0x0201 or higher.
 *
 * @param capabilities the device capability descriptors, at most 255; wTotalLength must not exceed 0xFFFF bytes
 */
public record BosDescriptor(List<DeviceCapability> capabilities) {
    private static final int LENGTH = 5;

    /** Checks the ranges of bNumDeviceCaps and wTotalLength. */
    public BosDescriptor {
        capabilities = List.copyOf(capabilities);
        u8("bNumDeviceCaps", capabilities.size());
        u16("wTotalLength", totalLength(capabilities));
    }

    /** {@return this with what the USB specification asks of a device at super speed, where the device has not declared it} */
    BosDescriptor atSuperSpeed() {
        List<DeviceCapability> all = new ArrayList<>();
        for (DeviceCapability asked : List.of(
                new Usb20ExtensionDescriptor(Usb20ExtensionDescriptor.LPM),
                SuperSpeedCapabilityDescriptor.FROM_FULL_SPEED)) {
            if (capabilities.stream().noneMatch(each -> each.bDevCapabilityType() == asked.bDevCapabilityType())) {
                all.add(asked);
            }
        }
        all.addAll(capabilities);
        return new BosDescriptor(all);
    }

    private static int totalLength(List<DeviceCapability> capabilities) {
        return LENGTH + capabilities.stream().mapToInt(Descriptor::bLength).sum();
    }

    /** {@return 2 bytes, total length of the BOS descriptor and its capabilities, in bytes} */
    public int wTotalLength() {
        return totalLength(capabilities);
    }

    /** {@return the reply to GET_DESCRIPTOR(BOS)} */
    public ByteBuffer bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(wTotalLength()).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put((byte) LENGTH);
        buffer.put((byte) DescriptorType.BOS.code());
        buffer.putShort((short) wTotalLength());
        buffer.put((byte) capabilities.size()); // bNumDeviceCaps
        capabilities.forEach(capability -> capability.write(buffer));
        return buffer.flip();
    }
}
