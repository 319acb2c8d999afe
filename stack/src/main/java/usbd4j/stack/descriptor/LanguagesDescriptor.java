package usbd4j.stack.descriptor;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * String descriptor zero: the languages that the device's strings come in (USB 2.0, table 9-15).
 *
 * @param wLANGID 2 bytes each, the language identifiers, 0x0409 for English (United States)
 */
public record LanguagesDescriptor(List<Integer> wLANGID) implements Descriptor {
    /** As many as bLength, which is one byte, can count. */
    private static final int MAX_LANGUAGES = 126;

    /** Checks number and range, and keeps a copy. */
    public LanguagesDescriptor {
        wLANGID = List.copyOf(wLANGID);
        if (wLANGID.size() > MAX_LANGUAGES) {
            throw new IllegalArgumentException(
                    "%d languages, and a USB device has at most %d".formatted(wLANGID.size(), MAX_LANGUAGES));
        }
        wLANGID.forEach(language -> Unsigned.u16("wLANGID", language));
    }

    @Override
    public int bLength() {
        return 2 + 2 * wLANGID.size();
    }

    @Override
    public int bDescriptorType() {
        return DescriptorType.STRING.code();
    }

    @Override
    public void writeFields(ByteBuffer buffer) {
        wLANGID.forEach(language -> buffer.putShort(language.shortValue()));
    }
}
