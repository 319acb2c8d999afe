package usbd4j.gadget.copy;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import usbd4j.gadget.capture.Recording;
import usbd4j.stack.descriptor.ConfigurationDescriptor;
import usbd4j.stack.descriptor.Descriptor;
import usbd4j.stack.descriptor.DeviceDescriptor;

/** What a host asks devices of 1234:xxxx on bus 3, as usbmon records it. Their strings have the same indexes as SysfsDevice's. */
final class RecordedBus {
    private static final HexFormat HEX = HexFormat.of();

    private final Recording recording = Recording.ofUsbmon();

    /** From here on, the host asks the device at another address. */
    RecordedBus at(int address) {
        recording.device(address);
        return this;
    }

    RecordedBus device(int idProduct) {
        return answer(
                "8006000100001200",
                SysfsDevice.bytes(new DeviceDescriptor(0x0200, 0, 0, 0, 64, 0x1234, idProduct, 0x0123, 1, 2, 3, 1)));
    }

    RecordedBus configuration(Descriptor... descriptors) {
        return configuration(Integer.MAX_VALUE, descriptors);
    }

    /** The host asks for so many bytes. */
    RecordedBus configuration(int most, Descriptor... descriptors) {
        byte[] all = SysfsDevice.bytes(descriptors);
        byte[] head = SysfsDevice.bytes(
                new ConfigurationDescriptor(ConfigurationDescriptor.LENGTH + all.length, 1, 1, 0, 0x80, 250));
        byte[] whole = Arrays.copyOf(head, head.length + all.length);
        System.arraycopy(all, 0, whole, head.length, all.length);
        return answer("800600020000ff00", Arrays.copyOf(whole, Math.min(most, whole.length)));
    }

    RecordedBus string(int index, String text) {
        return string(index, text, Integer.MAX_VALUE);
    }

    /** The host asks for so many bytes. */
    RecordedBus string(int index, String text, int most) {
        byte[] letters = text.getBytes(UTF_16LE);
        byte[] whole = new byte[2 + letters.length];
        whole[0] = (byte) whole.length;
        whole[1] = 3;
        System.arraycopy(letters, 0, whole, 2, letters.length);
        return answer("8006%02x030904ff00".formatted(index), Arrays.copyOf(whole, Math.min(most, whole.length)));
    }

    RecordedBus answer(String setup, byte... data) {
        recording.control(setup, 0, HEX.formatHex(data));
        return this;
    }

    byte[] bytes() {
        return recording.bytes();
    }

    Path in(Path directory) {
        try {
            return Files.write(directory.resolve("product.pcapng"), bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
