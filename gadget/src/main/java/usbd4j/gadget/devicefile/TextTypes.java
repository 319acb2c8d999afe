package usbd4j.gadget.devicefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import usbd4j.gadget.device.OnDetach;
import usbd4j.gadget.device.Release;
import usbd4j.gadget.device.ReleasePattern;
import usbd4j.stack.descriptor.UsbString;
import usbd4j.stack.descriptor.WebUsbUrlDescriptor;

/** Texts, and what is made of them. */
final class TextTypes {
    /** As many as a gadget's strings may have in configfs, and as the kernel takes of a FunctionFS's (USB_MAX_STRING_LEN). */
    private static final int MOST_BYTES = 126;

    private static final Pattern SIZE_FORM = Pattern.compile("([1-9][0-9]{0,8})([KM]?)");

    static final ValueType<String> TEXT =
            new ValueType<>("text in quotes", value -> (String) value, "\"%s\""::formatted);

    /** A string that the device shows; an empty text stands for no string. */
    static final ValueType<Optional<UsbString>> STRING = TEXT.as(
            "text in quotes, at most 126 bytes of UTF-8; \"\" for no string", TextTypes::string, TextTypes::text);

    static final ValueType<Integer> RELEASE =
            TEXT.as("a release number such as \"1.23\"", Release::ofDevice, Release::text);

    static final ValueType<Integer> VERSION =
            TEXT.as("a version such as \"1.10\" or \"1.1a\"", Release::of, Release::text);

    static final ValueType<OnDetach> ON_DETACH =
            TEXT.as("\"reattach\", \"dfu-mode\", \"exit\" or \"exec:COMMAND\"", OnDetach::of, OnDetach::toString);

    static final ValueType<ReleasePattern> PATTERN = TEXT.as(
            "a regular expression with one group",
            ReleasePattern::of,
            pattern -> pattern.pattern().pattern());

    static final ValueType<URI> PAGE = TEXT.as("the address of a page, http or https", TextTypes::page, URI::toString);

    /** A number of bytes. */
    static final ValueType<Long> SIZE = new ValueType<>(
            "bytes, as a number or as text such as \"64K\" or \"16M\"",
            value -> value instanceof Long bytes ? bytes : size((String) value),
            size -> Long.toString(size));

    private TextTypes() {}

    /** {@return one of an enum's values, by its name in small letters, with hyphens} */
    static <E extends Enum<E>> ValueType<E> choice(String takes, E[] values) {
        return TEXT.as(
                takes,
                text -> Arrays.stream(values)
                        .filter(each -> name(each).equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("\"%s\" is not %s".formatted(text, takes))),
                TextTypes::name);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<UsbString> string(String text) {
        int bytes = text.getBytes(UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException("\"%s\" is too long: %d bytes of UTF-8, and the kernel takes at most %d"
                    .formatted(text, bytes, MOST_BYTES));
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(UsbString.of(text));
    }

    private static String text(Optional<UsbString> string) {
        return string.map(each -> each.in(UsbString.ENGLISH)).orElse("");
    }

    private static URI page(String text) {
        URI page = URI.create(text);
        // It knows what a browser takes, and how long that may be.
        WebUsbUrlDescriptor.of(page).bLength();
        return page;
    }

    private static long size(String text) {
        Matcher matcher = SIZE_FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"%s\" is not a size: write 100 (bytes), 64K or 16M".formatted(text));
        }
        return Long.parseLong(matcher.group(1)) << shift(matcher.group(2));
    }

    private static int shift(String unit) {
        return switch (unit) {
            case "K" -> 10;
            case "M" -> 20;
            default -> 0;
        };
    }
}
