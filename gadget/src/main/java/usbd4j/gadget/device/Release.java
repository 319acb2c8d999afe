package usbd4j.gadget.device;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Release numbers in binary-coded decimal, as bcdDevice and bcdDFUVersion have them. */
public final class Release {
    private static final Pattern DOTTED = Pattern.compile("([0-9a-fA-F]{1,2})\\.([0-9a-fA-F]{1,2})");
    private static final Pattern HEX = Pattern.compile("0[xX]([0-9a-fA-F]{1,4})");
    private static final int HEXADECIMAL = 16;

    private Release() {}

    /**
     * {@return the number that a text stands for, 0 to 0xFFFF}
     *
     * @param text {@code 1.23} or {@code 0x0123}, both 0x0123; {@code 1.2} is 1.20. DfuSe's {@code 1.1a} is 0x011A
     * @throws IllegalArgumentException if it stands for none
     */
    public static int of(String text) {
        Matcher hex = HEX.matcher(text);
        if (hex.matches()) {
            return Integer.parseInt(hex.group(1), HEXADECIMAL);
        }
        Matcher dotted = DOTTED.matcher(text);
        if (!dotted.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a release number: write it as 1.23 or 0x0123".formatted(text));
        }
        String minor = dotted.group(2).length() == 1 ? dotted.group(2) + "0" : dotted.group(2);
        return Integer.parseInt(dotted.group(1) + minor, HEXADECIMAL);
    }

    /**
     * {@return the number that a text stands for, in decimal digits, since the kernel takes no others for bcdDevice}
     *
     * @param text as for {@link #of}
     * @throws IllegalArgumentException if it stands for none
     */
    public static int ofDevice(String text) {
        int bcd = of(text);
        if (!text(bcd).matches("[0-9.]+")) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a release number of a device: it has decimal digits only".formatted(text));
        }
        return bcd;
    }

    /** {@return the number as {@link #of} reads it, such as {@code 1.23}} */
    public static String text(int bcd) {
        return "%x.%02x".formatted(bcd >> 8, bcd & 0xFF);
    }
}
