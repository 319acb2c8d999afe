package usbd4j.gadget.copy;

import java.util.Optional;

/** The text of a TOML document, written from its beginning to its end. A table without keys and comments is left out. */
final class TomlText {
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7F;
    private static final int LAST_CONTROL = 0x9F;

    private final StringBuilder text = new StringBuilder();
    private Optional<String> heading = Optional.empty();

    /** Begins a table: {@code [name]}. */
    void table(String name) {
        heading = Optional.of("[%s]".formatted(name));
    }

    /** Begins a table of an array: {@code [[name]]}. */
    void tableOfArray(String name) {
        heading = Optional.of("[[%s]]".formatted(name));
    }

    /** Writes a line for people. */
    void comment(String sentence) {
        line("# " + escaped(sentence));
    }

    /** Writes a key with a text. */
    void text(String key, String value) {
        line("%s = %s".formatted(key, quoted(value)));
    }

    /** Writes a key with anything else: a number, true or false. */
    void value(String key, Object value) {
        line("%s = %s".formatted(key, value));
    }

    /** Writes a key, unless it has its default. */
    void value(String key, Object value, Object usual) {
        if (!value.equals(usual)) {
            value(key, value);
        }
    }

    /** Writes a key with a text, unless it has its default. */
    void text(String key, String value, String usual) {
        if (!value.equals(usual)) {
            text(key, value);
        }
    }

    /** Writes a key with a number that people know in hexadecimal, unless it has its default. */
    void hexadecimal(String key, int value, int digits, int usual) {
        if (value != usual) {
            value(key, ("0x%0" + digits + "x").formatted(value));
        }
    }

    private void line(String line) {
        heading.ifPresent(
                each -> text.append(text.length() == 0 ? "" : "\n").append(each).append('\n'));
        heading = Optional.empty();
        text.append(line).append('\n');
    }

    /** {@return a text as a basic string} */
    static String quoted(String value) {
        return '"' + escaped(value.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
    }

    /** Neither strings nor comments may have control characters, and terminals obey some. */
    private static String escaped(String value) {
        StringBuilder escaped = new StringBuilder();
        value.codePoints().forEach(each -> {
            if (each < FIRST_PRINTABLE || (each >= DELETE && each <= LAST_CONTROL)) {
                escaped.append("\\u%04X".formatted(each));
            } else {
                escaped.appendCodePoint(each);
            }
        });
        return escaped.toString();
    }

    /** {@return the document} */
    @Override
    public String toString() {
        return text.toString();
    }
}
