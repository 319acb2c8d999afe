package usbd4j.gadget.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import usbd4j.stack.descriptor.UsbString;

/**
 * A memory on the command line.
 *
 * @param name what iInterface points to
 * @param size the longest image, in bytes
 */
record NamedMemory(String name, long size) {
    private static final Pattern FORM = Pattern.compile("(?<name>.+)=(?<count>[1-9][0-9]{0,8})(?<unit>[KM]?)");
    private static final Pattern ODD_IN_A_PATH = Pattern.compile("[^a-z0-9]+");
    private static final long LARGEST = Integer.MAX_VALUE;

    UsbString string() {
        return UsbString.of(name);
    }

    /** {@return the folder that it has in the store, which the same name always has} */
    String folder() {
        String folder = ODD_IN_A_PATH.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
        return folder.equals("-") ? "memory" : folder;
    }

    /** Reads {@code Firmware=16M}. */
    static final class Converter extends CheckedConverter<NamedMemory> {
        private final TextConverter text = new TextConverter();

        @Override
        NamedMemory checked(String value) {
            Matcher matcher = FORM.matcher(value);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "\"%s\" is no memory: write NAME=SIZE, such as Firmware=16M, Data=64K or Small=100 (bytes)"
                                .formatted(value));
            }
            long size = Long.parseLong(matcher.group("count")) << shift(matcher.group("unit"));
            if (size > LARGEST) {
                throw new IllegalArgumentException(
                        "\"%s\" is too large: a memory has at most %d bytes".formatted(value, LARGEST));
            }
            text.checked(matcher.group("name"));
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
}
