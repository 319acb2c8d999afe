package usbd4j.gadget.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import usbd4j.stack.descriptor.UsbString;

/**
 * A memory that takes whole images.
 *
 * @param name what iInterface points to
 * @param size the longest image, in bytes
 */
record NamedMemory(String name, long size) implements DeclaredMemory {
    private static final Pattern FORM = Pattern.compile("(?<name>.+)=(?<count>[1-9][0-9]{0,8})(?<unit>[KM]?)");
    private static final long LARGEST = Integer.MAX_VALUE;

    UsbString string() {
        return UsbString.of(name);
    }

    /** {@return the memory that a text such as {@code Firmware=16M} stands for} */
    static NamedMemory of(String value) {
        Matcher matcher = FORM.matcher(value);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is no memory: write NAME=SIZE, such as Firmware=16M, Data=64K or Small=100 (bytes); or a layout, such as @Internal Flash/0x08000000/04*016Kg"
                            .formatted(value));
        }
        long size = Long.parseLong(matcher.group("count")) << shift(matcher.group("unit"));
        if (size > LARGEST) {
            throw new IllegalArgumentException(
                    "\"%s\" is too large: a memory has at most %d bytes".formatted(value, LARGEST));
        }
        new TextConverter().checked(matcher.group("name"));
        return new NamedMemory(matcher.group("name"), size);
    }

    private static int shift(String unit) {
        return switch (unit) {
            case "K" -> 10;
            case "M" -> 20;
            default -> 0;
        };
    }
}
