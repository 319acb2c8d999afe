package usbd4j.stack.descriptor;

import java.nio.ByteBuffer;

/**
 * A UNICODE string descriptor (USB 2.0, table 9-16).
 *
 * @param bString the string, at most 126 UTF-16 code units, since bLength is one byte
 */
public record StringDescriptor(String bString) implements Descriptor {
    /** Maximum length in UTF-16 code units. */
    public static final int MAX_LENGTH = 126;

    /** Checks the length. */
    public StringDescriptor {
        if (bString.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("\"%s\" has %d UTF-16 code units; a USB string can have at most %d"
                    .formatted(bString, bString.length(), MAX_LENGTH));
        }
    }

    @Override
    public int bLength() {
        return 2 + 2 * bString.length();
    }

    @Override
    public int bDescriptorType() {
        return DescriptorType.STRING.code();
    }

    @Override
    public void writeFields(ByteBuffer buffer) {
        for (int i = 0; i < bString.length(); i++) {
            buffer.putChar(bString.charAt(i));
        }
    }
}
