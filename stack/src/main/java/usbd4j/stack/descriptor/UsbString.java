package usbd4j.stack.descriptor;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A text that the device shows, in one or more languages.
 *
 * @param texts language identifier (0x0409 for English) to text; never empty
 */
public record UsbString(SortedMap<Integer, String> texts) {
    /** English (United States), the language every host asks for. */
    public static final int ENGLISH = 0x0409;

    /** Checks that there is a text, and that each fits into a string descriptor. */
    public UsbString {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("a USB string needs a text in at least one language");
        }
        texts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        texts.forEach((language, text) -> check(language, text));
    }

    private static void check(int language, String text) {
        Unsigned.u16("wLANGID", language);
        // The strings of a FunctionFS end at a NUL.
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a USB string must not contain a NUL character");
        }
        // Its constructor knows how long a text may be.
        new StringDescriptor(text).bLength();
    }

    /**
     * {@return this English text}
     *
     * @param text at most 126 UTF-16 code units
     */
    public static UsbString of(String text) {
        return new UsbString(new TreeMap<>(Map.of(ENGLISH, text)));
    }

    /**
     * {@return this string with a text in one more language}
     *
     * @param language the language's identifier, such as 0x0407 for German
     * @param text at most 126 UTF-16 code units
     */
    public UsbString with(int language, String text) {
        SortedMap<Integer, String> more = new TreeMap<>(texts);
        more.put(language, text);
        return new UsbString(more);
    }

    /**
     * {@return the text in this language, else in English, else in the first language there is}
     *
     * @param language the language's identifier
     */
    public String in(int language) {
        String text = texts.get(language);
        if (text == null) {
            text = texts.get(ENGLISH);
        }
        return text != null ? text : texts.values().iterator().next();
    }
}
