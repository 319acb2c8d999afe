package usbd4j.gadget.copy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import usbd4j.stack.descriptor.DescriptorType;
import usbd4j.stack.descriptor.DeviceDescriptor;

/**
 * The descriptors of a device.
 *
 * @param device the device descriptor
 * @param configurations its configurations, at least one
 */
record SeenDescriptors(DeviceDescriptor device, List<SeenConfiguration> configurations) {
    /**
     * {@return the descriptors in a buffer}
     *
     * @param buffer little-endian: the device descriptor and behind it each configuration, as sysfs has them
     * @throws IllegalArgumentException if they are broken
     */
    static SeenDescriptors read(ByteBuffer buffer) {
        if (buffer.remaining() < DeviceDescriptor.LENGTH || buffer.get(1) != DescriptorType.DEVICE.code()) {
            throw new IllegalArgumentException("they do not begin with a device descriptor");
        }
        DeviceDescriptor device = DeviceDescriptor.read(buffer);
        buffer.position(DeviceDescriptor.LENGTH);
        List<SeenConfiguration> configurations = new ArrayList<>();
        do {
            configurations.add(SeenConfiguration.read(buffer));
        } while (buffer.hasRemaining());
        return new SeenDescriptors(device, List.copyOf(configurations));
    }

    /** {@return VID:PID as lsusb prints them} */
    String vendorAndProduct() {
        return "%04x:%04x".formatted(device.idVendor(), device.idProduct());
    }

    /** {@return the DFU interface in the first configuration that has one} */
    Optional<SeenDfu> dfu() {
        return configurations.stream()
                .flatMap(each -> SeenDfu.of(each).stream())
                .findFirst();
    }
}
