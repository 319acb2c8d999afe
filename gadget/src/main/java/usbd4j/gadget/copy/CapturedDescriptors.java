package usbd4j.gadget.copy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import usbd4j.gadget.capture.RecordedDescriptors;
import usbd4j.stack.descriptor.ConfigurationDescriptor;
import usbd4j.stack.descriptor.DeviceDescriptor;

/** The device descriptor of a device in a capture, and behind it each configuration that is there as a whole: as sysfs has them. */
final class CapturedDescriptors {
    private static final int TOTAL_LENGTH_AT = 2;

    private CapturedDescriptors() {}

    /**
     * {@return the descriptors}
     *
     * @throws IllegalArgumentException if they are not all there, with a sentence on what is missing
     */
    static ByteBuffer of(RecordedDescriptors recorded) {
        ByteBuffer device = whole("device descriptor", recorded.device(), DeviceDescriptor.LENGTH);
        List<ByteBuffer> configurations = recorded.configurations();
        List<ByteBuffer> whole = configurations.stream()
                .filter(each -> each.remaining() >= totalLength(each))
                .map(each -> whole("configuration", each, totalLength(each)))
                .toList();
        if (whole.isEmpty()) {
            ByteBuffer first = configurations.stream().findFirst().orElse(ByteBuffer.allocate(0));
            throw missing("configuration descriptor", first, totalLength(first));
        }
        ByteBuffer all = ByteBuffer.allocate(device.remaining()
                + whole.stream().mapToInt(ByteBuffer::remaining).sum());
        all.put(device);
        whole.forEach(all::put);
        return all.flip().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int totalLength(ByteBuffer configuration) {
        return configuration.remaining() < TOTAL_LENGTH_AT + Short.BYTES
                ? ConfigurationDescriptor.LENGTH
                : Short.toUnsignedInt(configuration.getShort(TOTAL_LENGTH_AT));
    }

    private static ByteBuffer whole(String name, ByteBuffer read, int length) {
        if (read.remaining() < length) {
            throw missing(name, read, length);
        }
        return read.slice(0, length);
    }

    private static IllegalArgumentException missing(String name, ByteBuffer read, int length) {
        return new IllegalArgumentException(
                read.hasRemaining()
                        ? "of the %d bytes of its %s, %d are there".formatted(length, name, read.remaining())
                        : "its %s is missing".formatted(name));
    }
}
