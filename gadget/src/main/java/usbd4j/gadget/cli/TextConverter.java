package usbd4j.gadget.cli;

import java.util.Optional;
import usbd4j.stack.descriptor.UsbString;

/** Reads a text that the device shows. */
final class TextConverter extends CheckedConverter<TextConverter.Text> {
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
        return Text.of(text);
    }
}
