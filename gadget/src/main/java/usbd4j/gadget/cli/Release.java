package usbd4j.gadget.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release number in binary-coded decimal on the command line.
 *
 * @param bcd 0 to 0xFFFF: 0x0123 is 1.23
 */
record Release(int bcd) {
    private static final Pattern DOTTED = Pattern.compile("([0-9a-fA-F]{1,2})\\.([0-9a-fA-F]{1,2})");
    private static final Pattern DECIMAL = Pattern.compile("[0-9.]+");
    private static final Pattern HEX = Pattern.compile("0[xX]([0-9a-fA-F]{1,4})");

    @Override
    public String toString() {
        return "%x.%02x".formatted(bcd >> 8, bcd & 0xFF);
    }

    /** Reads 1.23, 1.2 (that is, 1.20) or 0x0123. Hexadecimal digits are allowed: DfuSe calls itself 1.1a. */
    static final class Converter extends CheckedConverter<Release> {
        @Override
        Release checked(String text) {
            return read(text);
        }
    }

    /** Reads the same, but decimal digits only: the kernel takes no other for bcdDevice. */
    static final class DecimalConverter extends CheckedConverter<Release> {
        @Override
        Release checked(String text) {
            Release release = read(text);
            if (!DECIMAL.matcher(release.toString()).matches()) {
                throw new IllegalArgumentException(
                        "\"%s\" is no release number of a device: it may have decimal digits only".formatted(text));
            }
            return release;
        }
    }

    private static Release read(String text) {
        Matcher hex = HEX.matcher(text);
        if (hex.matches()) {
            return new Release(Integer.parseInt(hex.group(1), 16));
        }
        Matcher dotted = DOTTED.matcher(text);
        if (!dotted.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is no release number: write it as 1.23 or 0x0123".formatted(text));
        }
        String minor = dotted.group(2).length() == 1 ? dotted.group(2) + "0" : dotted.group(2);
        return new Release(Integer.parseInt(dotted.group(1) + minor, 16));
    }
}
