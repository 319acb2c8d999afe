package usbd4j.gadget.cli;

import java.util.Map;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/** What options say in a few words, as the keys of a device file. */
final class TableTexts {
    private TableTexts() {}

    /** Reads a number. */
    static Long number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"%s\" is not a number".formatted(text), e);
        }
    }

    /** Reads {@code Firmware=16M}, or {@code @Internal Flash/0x08000000/04*016Kg}. */
    static Map<String, Object> memory(String text) {
        if (text.startsWith("@")) {
            return Map.of("name", text);
        }
        int separator = text.lastIndexOf('=');
        if (separator < 1) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a memory: write NAME=SIZE, such as Firmware=16M, or a layout, such as @Internal Flash/0x08000000/04*016Kg"
                            .formatted(text));
        }
        return Map.of("name", text.substring(0, separator), "size", text.substring(separator + 1));
    }

    /** Reads the keys of an inline table of TOML. */
    static Map<String, Object> fault(String text) {
        TomlParseResult toml = Toml.parse("fault = {" + text + "}");
        if (toml.hasErrors() || !toml.isTable("fault")) {
            throw new IllegalArgumentException(
                    "'%s' is not a fault: write keys as TOML has them, such as 'on = \"DNLOAD\", do = \"stall\"'"
                            .formatted(text));
        }
        return toml.getTableOrEmpty("fault").toMap();
    }

    /** Reads {@code acm.usb0}. */
    static Map<String, Object> function(String text) {
        int separator = text.indexOf('.');
        if (separator < 1) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a function: write KIND.NAME, such as acm.usb0".formatted(text));
        }
        return Map.of("kind", text.substring(0, separator), "name", text.substring(separator + 1));
    }
}
