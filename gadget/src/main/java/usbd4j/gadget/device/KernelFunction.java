package usbd4j.gadget.device;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A function that the kernel serves.
 *
 * @param kind what it is, by its name in configfs, such as {@code acm}, {@code mass_storage} or {@code SourceSink}; any kind
 *     that the kernel has, but not {@code ffs}
 * @param name tells it from others of its kind, such as {@code usb0}
 * @param attributes what is written before the function is used, in this order; nested ones by their path, such as
 *     {@code lun.0/file}
 */
public record KernelFunction(String kind, String name, Map<String, AttributeValue> attributes) {
    private static final Pattern KIND = Pattern.compile("[A-Za-z0-9_]+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

    /** The kernel's MAX_NAME_LEN has room for the zero at the end, too. */
    private static final int LONGEST = 39;

    /** Checks the names, and keeps a copy of the attributes. */
    public KernelFunction {
        String directory = "%s.%s".formatted(kind, name);
        if (!KIND.matcher(kind).matches() || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a function: write KIND.NAME, such as acm.usb0; letters, digits and underscores, in the name dots and dashes too"
                            .formatted(directory));
        }
        if (directory.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "\"%s\" is too long for a function: the kernel takes %d characters, kind and dot included"
                            .formatted(directory, LONGEST));
        }
        if (kind.equals("ffs")) {
            throw new IllegalArgumentException(
                    "\"%s\" is a FunctionFS, which this program makes and serves itself: leave it out"
                            .formatted(directory));
        }
        attributes.keySet().forEach(KernelFunction::requireWithin);
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /**
     * {@return a function whose attributes stay as the kernel has them}
     *
     * @param text KIND.NAME, as configfs has it, such as {@code acm.usb0}
     */
    public static KernelFunction of(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a function: write KIND.NAME, such as acm.usb0".formatted(text));
        }
        return new KernelFunction(text.substring(0, dot), text.substring(dot + 1), Map.of());
    }

    /**
     * Refuses functions that the kernel could not tell apart.
     *
     * @throws IllegalArgumentException if two of them have the same kind and name
     */
    static void requireDistinct(List<KernelFunction> functions) {
        Set<String> names = new HashSet<>();
        for (KernelFunction each : functions) {
            if (!names.add(each.toString())) {
                throw new IllegalArgumentException(
                        "there are two functions %s: give one of them another name".formatted(each));
            }
        }
    }

    private static void requireWithin(String attribute) {
        boolean isWithin = Arrays.stream(attribute.split("/", -1))
                .noneMatch(each -> each.isBlank() || each.equals(".") || each.equals("..") || each.indexOf(0) >= 0);
        if (!isWithin) {
            throw new IllegalArgumentException(
                    "\"%s\" is not an attribute: write its name, or a path such as lun.0/file".formatted(attribute));
        }
    }

    /** {@return its name in configfs, such as {@code acm.usb0}} */
    @Override
    public String toString() {
        return "%s.%s".formatted(kind, name);
    }
}
