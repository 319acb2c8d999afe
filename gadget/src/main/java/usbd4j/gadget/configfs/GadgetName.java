package usbd4j.gadget.configfs;

import java.util.regex.Pattern;

/**
 * The name of a gadget in configfs.
 *
 * @param text letters, digits, dots, dashes and underscores, at most 28, the first a letter or digit
 */
public record GadgetName(String text) {
    /** With the prefix of {@link #functionFs} it must fit into the kernel's 40 characters. */
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,27}");

    /** Checks the name. */
    public GadgetName {
        if (!ALLOWED.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a valid gadget name: use 1 to 28 letters, digits, dots, dashes and underscores, the first a letter or digit"
                            .formatted(text));
        }
    }

    /** {@return the name of its FunctionFS, which distinguishes the gadgets of this program from others} */
    String functionFs() {
        return "usbd4j." + text;
    }

    @Override
    public String toString() {
        return text;
    }
}
