package usbd4j.gadget.plugged;

import static java.nio.charset.StandardCharsets.UTF_16LE;

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
import usbd4j.stack.linux.UsbDeviceFile;

/**
 * The strings of a device by their indexes. The kernel keeps those of the device, and of the alternate settings that are chosen. For
 * others the device itself is asked, which takes a user who may write its file.
 */
final class PluggedStrings {
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final int LONGEST_DESCRIPTOR = 0xFF;

    /** bLength and bDescriptorType, which come before the text, or before the languages. */
    private static final int HEADER_LENGTH = 2;

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
        keep(device.descriptor().iManufacturer(), device.folder().resolve("manufacturer"));
        keep(device.descriptor().iProduct(), device.folder().resolve("product"));
        keep(device.descriptor().iSerialNumber(), device.folder().resolve("serial"));
        for (PluggedConfiguration configuration : device.configurations()) {
            for (PluggedSetting setting : configuration.settings()) {
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
            ByteBuffer languages = descriptor(device, 0, 0);
            if (languages.remaining() < HEADER_LENGTH + Short.BYTES) {
                return Optional.empty();
            }
            ByteBuffer answer = descriptor(device, index, Short.toUnsignedInt(languages.getShort(HEADER_LENGTH)));
            String text = UTF_16LE.decode(answer.position(Math.min(HEADER_LENGTH, answer.limit())))
                    .toString();
            // The kernel's texts end there, too.
            String shown = text.split("\0", 2)[0];
            return shown.isEmpty() ? Optional.empty() : Optional.of(shown);
        }
    }

    private static ByteBuffer descriptor(UsbDeviceFile device, int index, int language) {
        SetupPacket setup = StandardRequest.GET_DESCRIPTOR.setup(
                Recipient.DEVICE, DescriptorType.STRING.code() << 8 | index, language, LONGEST_DESCRIPTOR);
        ByteBuffer packet = ByteBuffer.allocate(SetupPacket.LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        setup.write(packet);
        ByteBuffer answer = device.controlIn(packet.flip(), TIMEOUT);
        return answer.hasRemaining()
                ? answer.limit(Math.min(answer.limit(), Byte.toUnsignedInt(answer.get(0))))
                : answer;
    }
}
