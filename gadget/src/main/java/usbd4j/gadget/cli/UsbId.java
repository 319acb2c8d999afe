package usbd4j.gadget.cli;

import java.util.regex.Pattern;

/**
 * A vendor or product ID on the command line.
 *
 * @param value 0 to 0xFFFF
 */
record UsbId(int value) {
    private static final Pattern HEX = Pattern.compile("(0[xX])?[0-9a-fA-F]{1,4}");

    /** {@return the ID as lsusb prints it} */
    @Override
    public String toString() {
        return "%04x".formatted(value);
    }

    /** Reads the number as lsusb prints it. */
    static final class Converter extends CheckedConverter<UsbId> {
        @Override
        UsbId checked(String text) {
            if (!HEX.matcher(text).matches()) {
                throw new IllegalArgumentException(
                        "\"%s\" is not a hexadecimal number from 0000 to ffff, as lsusb prints it".formatted(text));
            }
            return new UsbId(Integer.parseInt(text.replaceFirst("^0[xX]", ""), 16));
        }
    }
}
