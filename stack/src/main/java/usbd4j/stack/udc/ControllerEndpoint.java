package usbd4j.stack.udc;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.descriptor.TransferType;

/**
 * An endpoint of the controller, parsed from the name of its file: {@code ep1in-bulk}, {@code ep2out}, {@code ep3}, and
 * {@code ep-a} or {@code ep-bin} if it can have any number.
 *
 * @param file the file's name
 * @param number its number, 1 to 15; 0 if it can have any
 * @param direction "in" or "out", or empty if it supports both
 * @param type "bulk", "int" or "iso", or empty if it supports all
 */
public record ControllerEndpoint(String file, int number, String direction, String type) {
    private static final Pattern NAME = Pattern.compile("ep([0-9]+|-[a-z])(in|out|)(?:-(bulk|int|iso))?");

    /**
     * {@return the endpoint with this name, or empty if this is no endpoint's name}
     *
     * @param file the name
     */
    public static Optional<ControllerEndpoint> of(String file) {
        Matcher matcher = NAME.matcher(file);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String type = matcher.group(3) == null ? "" : matcher.group(3);
        int number = matcher.group(1).startsWith("-") ? 0 : Integer.parseInt(matcher.group(1));
        return Optional.of(new ControllerEndpoint(file, number, matcher.group(2), type));
    }

    /**
     * {@return this endpoint with a number}
     *
     * @param given the number, another one only if it can have any
     */
    public ControllerEndpoint numbered(int given) {
        return new ControllerEndpoint(file, given, direction, type);
    }

    /** {@return whether it has a number of its own} */
    public boolean isNumbered() {
        return number > 0;
    }

    /**
     * {@return whether it can have a number}
     *
     * @param wanted the number
     */
    public boolean canHave(int wanted) {
        return !isNumbered() || number == wanted;
    }

    /**
     * {@return whether direction and type suit a declared endpoint} A bulk endpoint can be an interrupt endpoint, as in the
     * kernel's usb_ep_autoconfig().
     *
     * @param declared the endpoint
     */
    public boolean canBe(EndpointDescriptor declared) {
        boolean isBulkForInterrupt = type.equals("bulk") && declared.type() == TransferType.INTERRUPT;
        return isFor(declared) || (isBulkForInterrupt && hasDirectionOf(declared));
    }

    /**
     * {@return whether direction and type are those of a declared endpoint}
     *
     * @param declared the endpoint
     */
    public boolean isFor(EndpointDescriptor declared) {
        return hasDirectionOf(declared) && (type.isEmpty() || type.equals(suffix(declared.type())));
    }

    private boolean hasDirectionOf(EndpointDescriptor declared) {
        return direction.isEmpty() || direction.equals(declared.isIn() ? "in" : "out");
    }

    private static String suffix(TransferType type) {
        return switch (type) {
            case ISOCHRONOUS -> "iso";
            case BULK -> "bulk";
            case INTERRUPT -> "int";
        };
    }
}
