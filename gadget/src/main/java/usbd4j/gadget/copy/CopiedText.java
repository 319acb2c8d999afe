package usbd4j.gadget.copy;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A string of a device as a device file takes it: as many of its characters as have room there. */
final class CopiedText {
    /** In UTF-8: the kernel takes no more of a gadget's. */
    private static final int MOST_BYTES = 126;

    private CopiedText() {}

    /**
     * {@return the text of a string; empty for no string} If it is not the device's own, a comment says so.
     *
     * @param field iProduct and so on
     * @param index its value
     */
    static String of(String field, int index, Original original, TomlText toml) {
        String text = original.string(index).orElse("");
        if (index != 0 && text.isEmpty()) {
            toml.comment(
                    "%s is %d, and that string is not known: %s".formatted(field, index, original.whyUnknown(index)));
        }
        String cut = cut(text);
        if (cut.length() < text.length()) {
            toml.comment("%s is longer: %s".formatted(field, TomlText.quoted(text)));
        }
        return cut;
    }

    /** {@return as much of a string as a device file takes} */
    static String cut(String text) {
        String cut = text;
        while (cut.getBytes(UTF_8).length > MOST_BYTES) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut;
    }
}
