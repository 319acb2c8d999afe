package usbd4j.gadget.copy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import usbd4j.gadget.SystemFile;
import usbd4j.gadget.library.NativeLibrary;
import usbd4j.stack.Recipient;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.DescriptorType;
import usbd4j.stack.descriptor.DeviceDescriptor;
import usbd4j.stack.linux.UsbDeviceFile;

/**
 * The strings of a device by their indexes. The kernel keeps those of the device, and of the alternate settings that are chosen. For
 * others the device itself is asked, which takes a user who may write its file.
 */
final class PluggedStrings {
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final int LONGEST_DESCRIPTOR = 0xFF;

    private final Map<Integer, Optional<String>> known = new HashMap<>();
    private final Path file;

    /**
     * Reads what the kernel keeps.
     *
     * @param device the device
     * @param usbFiles the folder with the files of usbfs
     */
    PluggedStrings(PluggedDevice device, Path usbFiles) {
        this.file = usbFiles.resolve(padded(device.attribute("busnum"))).resolve(padded(device.attribute("devnum")));
        DeviceDescriptor descriptor = device.descriptors().device();
        keep(descriptor.iManufacturer(), device.folder().resolve("manufacturer"));
        keep(descriptor.iProduct(), device.folder().resolve("product"));
        keep(descriptor.iSerialNumber(), device.folder().resolve("serial"));
        for (SeenConfiguration configuration : device.descriptors().configurations()) {
            for (SeenSetting setting : configuration.settings()) {
                Path folder = device.interfaceFolder(configuration, setting.number());
                String chosen = SystemFile.text(folder.resolve("bAlternateSetting"));
                if (chosen.equals(Integer.toString(setting.descriptor().bAlternateSetting()))) {
                    keep(setting.descriptor().iInterface(), folder.resolve("interface"));
                }
            }
        }
    }

    private static String padded(String number) {
        return "0".repeat(Math.max(0, 3 - number.length())) + number;
    }

    private void keep(int index, Path attribute) {
        PluggedDevice.string(attribute).ifPresent(text -> known.put(index, Optional.of(text)));
    }

    /**
     * {@return a string; empty if there is none, or nobody can tell it}
     *
     * @param index iProduct and so on; 0 for no string
     */
    Optional<String> get(int index) {
        return index == 0 ? Optional.empty() : known.computeIfAbsent(index, this::ask);
    }

    private Optional<String> ask(int index) {
        try {
            NativeLibrary.require();
            return ask(index, file);
        } catch (UsbException e) {
            // Most users may not, and a device may stall this.
            return Optional.empty();
        }
    }

    private static Optional<String> ask(int index, Path file) {
        try (UsbDeviceFile device = UsbDeviceFile.open(file)) {
            ByteBuffer languages = descriptor(device, 0, 0).bytes();
            if (languages.remaining() < StringDescriptor.HEADER_LENGTH + Short.BYTES) {
                return Optional.empty();
            }
            int first = Short.toUnsignedInt(languages.getShort(StringDescriptor.HEADER_LENGTH));
            return descriptor(device, index, first).text();
        }
    }

    private static StringDescriptor descriptor(UsbDeviceFile device, int index, int language) {
        SetupPacket setup = StandardRequest.GET_DESCRIPTOR.setup(
                Recipient.DEVICE, DescriptorType.STRING.code() << 8 | index, language, LONGEST_DESCRIPTOR);
        ByteBuffer packet = ByteBuffer.allocate(SetupPacket.LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        setup.write(packet);
        return StringDescriptor.of(device.controlIn(packet.flip(), TIMEOUT));
    }
}
