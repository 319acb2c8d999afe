package usbd4j.gadget.copy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import usbd4j.stack.descriptor.ConfigurationDescriptor;
import usbd4j.stack.descriptor.DescriptorType;
import usbd4j.stack.descriptor.InterfaceDescriptor;

/**
 * A configuration of a device.
 *
 * @param descriptor the configuration descriptor
 * @param leading the descriptors between it and the first interface descriptor
 * @param settings the alternate settings of all interfaces, in the order of the descriptors
 */
record SeenConfiguration(ConfigurationDescriptor descriptor, List<RawDescriptor> leading, List<SeenSetting> settings) {

    /**
     * {@return the configuration at a buffer's position, which advances behind it}
     *
     * @param buffer little-endian
     * @throws IllegalArgumentException if it is not a whole configuration
     */
    static SeenConfiguration read(ByteBuffer buffer) {
        int start = buffer.position();
        if (buffer.remaining() < ConfigurationDescriptor.LENGTH
                || buffer.get(start + 1) != DescriptorType.CONFIGURATION.code()) {
            throw new IllegalArgumentException("there is no configuration descriptor at byte %d".formatted(start));
        }
        ConfigurationDescriptor descriptor = ConfigurationDescriptor.read(buffer);
        int length = descriptor.wTotalLength();
        if (length < ConfigurationDescriptor.LENGTH || length > buffer.remaining()) {
            throw new IllegalArgumentException("configuration %d has wTotalLength %d, and %d bytes are there"
                    .formatted(descriptor.bConfigurationValue(), length, buffer.remaining()));
        }
        List<RawDescriptor> all =
                RawDescriptor.all(buffer.duplicate().order(buffer.order()).limit(start + length));
        buffer.position(start + length);
        return of(descriptor, all.subList(1, all.size()));
    }

    private static SeenConfiguration of(ConfigurationDescriptor descriptor, List<RawDescriptor> all) {
        List<RawDescriptor> leading = new ArrayList<>();
        List<SeenSetting> settings = new ArrayList<>();
        List<RawDescriptor> following = leading;
        for (RawDescriptor each : all) {
            if (each.is(DescriptorType.INTERFACE)) {
                following = new ArrayList<>();
                settings.add(new SeenSetting(
                        InterfaceDescriptor.read(
                                each.requireLength(InterfaceDescriptor.LENGTH).bytes()),
                        following));
            } else {
                following.add(each);
            }
        }
        return new SeenConfiguration(descriptor, leading, settings);
    }

    /** {@return the alternate settings of one interface, in the order of the descriptors} */
    List<SeenSetting> settings(int number) {
        return settings.stream().filter(each -> each.number() == number).toList();
    }

    /** {@return the descriptors just before the interface descriptor of an alternate setting} */
    List<RawDescriptor> before(SeenSetting setting) {
        int at = settings.indexOf(setting);
        return at == 0 ? leading : settings.get(at - 1).following();
    }
}
