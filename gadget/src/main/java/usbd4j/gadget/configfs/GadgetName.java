package usbd4j.gadget.configfs;

import java.util.List;
import java.util.regex.Pattern;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.Mode;

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

    /**
     * {@return the name of the gadget for a mode of the device with this name, where each mode has one}
     *
     * @param mode the mode
     * @throws GadgetException if it is too long
     */
    public GadgetName in(Mode mode) {
        try {
            return new GadgetName(text + mode.suffix());
        } catch (IllegalArgumentException e) {
            throw new GadgetException(
                    ExitStatus.USAGE,
                    "\"%s\" is too long for a device with a gadget for each mode, since \"%s\" is appended for one: shorten it with --name"
                            .formatted(text, mode.suffix()),
                    e);
        }
    }

    /** {@return the names that gadgets of the device with this name may have} */
    List<GadgetName> all() {
        String inDfuMode = text + Mode.DFU_MODE.suffix();
        return ALLOWED.matcher(inDfuMode).matches() ? List.of(this, new GadgetName(inDfuMode)) : List.of(this);
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
