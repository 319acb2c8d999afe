package usbd4j.stack.descriptor;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A string of the device, in one or more languages.
 *
 * @param texts the text for each wLANGID (0x0409 for English); not empty
 */
public record UsbString(SortedMap<Integer, String> texts) {
    /** wLANGID of English (United States), which every host requests. */
    public static final int ENGLISH = 0x0409;

    /** Checks that there is at least one text, and that each fits into a string descriptor. */
    public UsbString {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("a USB string needs a text in at least one language");
        }
        texts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        texts.forEach((language, text) -> check(language, text));
    }

    private static void check(int language, String text) {
        Unsigned.u16("wLANGID", language);
        // FunctionFS strings are NUL-terminated.
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a USB string must not contain a NUL character");
        }
        // The constructor checks the length.
        new StringDescriptor(text).bLength();
    }

    /**
     * {@return an English string}
     *
     * @param text at most 126 UTF-16 code units
     */
    public static UsbString of(String text) {
        return new UsbString(new TreeMap<>(Map.of(ENGLISH, text)));
    }

    // A record's own methods are made of method handles when they are first called, which takes a small board
    // longer than all else that is done with strings.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UsbString string && texts.equals(string.texts);
    }

    @Override
    public int hashCode() {
        return texts.hashCode();
    }

    /**
     * {@return a copy of this string with a text in another language}
     *
     * @param language the wLANGID, such as 0x0407 for German
     * @param text at most 126 UTF-16 code units
     */
    public UsbString with(int language, String text) {
        SortedMap<Integer, String> more = new TreeMap<>(texts);
        more.put(language, text);
        return new UsbString(more);
    }

    /**
     * {@return the text in this language; if there is none, in English, or else in the first language}
     *
     * @param language the wLANGID
     */
    public String in(int language) {
        String text = texts.get(language);
        if (text == null) {
            text = texts.get(ENGLISH);
        }
        return text != null ? text : texts.values().iterator().next();
    }
}
