package usbd4j.gadget.copy;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A string descriptor, as a device has sent it.
 *
 * @param bytes from position 0 to limit, at most bLength
 */
record StringDescriptor(ByteBuffer bytes) {
    /** bLength and bDescriptorType, which come before the text, or before the languages. */
    static final int HEADER_LENGTH = 2;

    /**
     * {@return what a device has sent, without what is behind bLength}
     *
     * @param answer from position 0 to limit
     */
    static StringDescriptor of(ByteBuffer answer) {
        ByteBuffer bytes = answer.duplicate().order(answer.order());
        return new StringDescriptor(
                bytes.hasRemaining() ? bytes.limit(Math.min(bytes.limit(), Byte.toUnsignedInt(bytes.get(0)))) : bytes);
    }

    /** {@return bLength; 0 if the device has sent nothing} */
    int length() {
        return bytes.hasRemaining() ? Byte.toUnsignedInt(bytes.get(0)) : 0;
    }

    /** {@return whether all of it is there} */
    boolean isWhole() {
        return bytes.remaining() >= HEADER_LENGTH && bytes.remaining() == length();
    }

    /** {@return the text; empty if it has none} */
    Optional<String> text() {
        String text = UTF_16LE.decode(bytes.duplicate().position(Math.min(HEADER_LENGTH, bytes.limit())))
                .toString();
        // The kernel's texts end there, too.
        String shown = text.split("\0", 2)[0];
        return shown.isEmpty() ? Optional.empty() : Optional.of(shown);
    }
}
