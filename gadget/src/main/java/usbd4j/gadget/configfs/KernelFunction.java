package usbd4j.gadget.configfs;

import java.util.regex.Pattern;

/**
 * A function that the kernel itself serves, such as {@code acm.usb0}.
 *
 * @param name as configfs has it: the kind, a dot, a name for this one
 */
public record KernelFunction(String name) {
    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9_]+\\.[A-Za-z0-9._-]+");

    /** Checks the name. */
    public KernelFunction {
        if (!ALLOWED.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is no function's name in configfs: KIND.NAME, such as acm.usb0".formatted(name));
        }
    }

    /** {@return what kind of function it is, such as {@code acm}} */
    String kind() {
        return name.substring(0, name.indexOf('.'));
    }
}
