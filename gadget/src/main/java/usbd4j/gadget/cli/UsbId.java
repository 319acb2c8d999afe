package usbd4j.gadget.cli;

import java.util.regex.Pattern;

/** A vendor or product ID on the command line. */
final class UsbId {
    private static final Pattern HEX = Pattern.compile("(0[xX])?[0-9a-fA-F]{1,4}");

    private UsbId() {}

    /**
     * {@return the number, 0 to 0xFFFF, as a device file has it}
     *
     * @param text as lsusb prints it
     */
    static long read(String text) {
        if (!HEX.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a hexadecimal number from 0000 to ffff, as lsusb prints it".formatted(text));
        }
        return Long.parseLong(text.replaceFirst("^0[xX]", ""), 16);
    }
}
