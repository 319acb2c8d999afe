package usbd4j.stack.descriptor;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * String descriptor zero: the languages that the device's strings come in (USB 2.0, table 9-15).
 *
 * @param wLANGID 2 bytes each, the language identifiers, 0x0409 for English (United States)
 */
public record LanguagesDescriptor(List<Integer> wLANGID) implements Descriptor {
    /** Keeps a copy. */
    public LanguagesDescriptor {
        wLANGID = List.copyOf(wLANGID);
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
