package usbd4j.stack.descriptor;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * String descriptor zero: the languages that the device supports (USB 2.0, table 9-15).
 *
 * @param wLANGID 2 bytes each, the language identifiers, 0x0409 for English (United States)
 */
public record LanguagesDescriptor(List<Integer> wLANGID) implements Descriptor {
    /** Limited by bLength, which is one byte. */
    private static final int MAX_LANGUAGES = 126;

    /** Checks the number of languages and the range of each. */
    public LanguagesDescriptor {
        wLANGID = List.copyOf(wLANGID);
        if (wLANGID.size() > MAX_LANGUAGES) {
            throw new IllegalArgumentException("the strings have %d languages; a USB device supports at most %d"
                    .formatted(wLANGID.size(), MAX_LANGUAGES));
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
