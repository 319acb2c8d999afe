package usbd4j.gadget.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import usbd4j.stack.descriptor.UsbString;

/** Reads a text that the device shows. */
final class TextConverter extends CheckedConverter<TextConverter.Text> {
    /** As many as a gadget's strings may have in configfs, and as the kernel takes of a FunctionFS's (USB_MAX_STRING_LEN). */
    private static final int MOST_BYTES = 126;

    /**
     * A text on the command line.
     *
     * @param string the string that the device shows; empty if the text is, and the device then shows none
     */
    record Text(Optional<UsbString> string) {
        static Text of(String text) {
            return new Text(text.isEmpty() ? Optional.empty() : Optional.of(UsbString.of(text)));
        }

        @Override
        public String toString() {
            return string.map(each -> each.in(UsbString.ENGLISH)).orElse("none");
        }
    }

    @Override
    Text checked(String text) {
        int bytes = text.getBytes(UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException("\"%s\" is too long: %d bytes of UTF-8, and the kernel takes at most %d"
                    .formatted(text, bytes, MOST_BYTES));
        }
        return Text.of(text);
    }
}
