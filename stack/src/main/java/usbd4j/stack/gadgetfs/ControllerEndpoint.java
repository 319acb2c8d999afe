package usbd4j.stack.gadgetfs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.descriptor.TransferType;

/**
 * An endpoint of the controller, parsed from the name of its file: {@code ep1in-bulk}, {@code ep2out}, {@code ep3}.
 *
 * @param file the file's name
 * @param number its number, 1 to 15
 * @param direction "in" or "out", or empty if it supports both
 * @param type "bulk", "int" or "iso", or empty if it supports all
 */
record ControllerEndpoint(String file, int number, String direction, String type) {
    private static final Pattern NAME = Pattern.compile("ep([0-9]+)(in|out|)(?:-(bulk|int|iso))?");

    /** {@return the endpoint with this name, or empty if the name has no number} */
    static Optional<ControllerEndpoint> of(String file) {
        Matcher matcher = NAME.matcher(file);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String type = matcher.group(3) == null ? "" : matcher.group(3);
        return Optional.of(new ControllerEndpoint(file, Integer.parseInt(matcher.group(1)), matcher.group(2), type));
    }

    /** {@return whether direction and type suit a declared endpoint} */
    boolean canBe(EndpointDescriptor declared) {
        String wantedType = declared.bmAttributes() == TransferType.BULK.code() ? "bulk" : "int";
        String wantedDirection = declared.isIn() ? "in" : "out";
        return (type.isEmpty() || type.equals(wantedType))
                && (direction.isEmpty() || direction.equals(wantedDirection));
    }

    /** {@return the address it has when used for a declared endpoint} */
    int bEndpointAddress(EndpointDescriptor declared) {
        return number | (declared.bEndpointAddress() & ~EndpointDescriptor.NUMBER);
    }
}
