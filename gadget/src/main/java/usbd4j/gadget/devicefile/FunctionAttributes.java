package usbd4j.gadget.devicefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import usbd4j.gadget.device.AttributeValue;

/** Makes attributes of what TOML has. */
final class FunctionAttributes {
    /** They take bytes: in hexadecimal digits, or from a file. */
    private static final Set<String> BYTES = Set.of("report_desc");

    private FunctionAttributes() {}

    static Map<String, AttributeValue> of(Map<String, Object> values) {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        values.forEach((path, value) -> attributes.put(path, of(path, value)));
        return attributes;
    }

    private static AttributeValue of(String path, Object value) {
        if (value instanceof String text) {
            return BYTES.contains(path) ? bytes(path, text) : new AttributeValue.Text(text);
        }
        if (value instanceof Long number) {
            return new AttributeValue.Decimal(number);
        }
        if (value instanceof Boolean flag) {
            return new AttributeValue.Decimal(flag ? 1 : 0);
        }
        throw new IllegalArgumentException("%s takes text in quotes, a whole number, true or false".formatted(path));
    }

    private static AttributeValue bytes(String path, String text) {
        if (text.matches("[0-9A-Fa-f\\s]+")) {
            return new AttributeValue.Bytes(text);
        }
        try {
            return AttributeValue.Bytes.of(Files.readAllBytes(Path.of(text)));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "%s: cannot read \"%s\"; write the name of a file, or the bytes in hexadecimal digits"
                            .formatted(path, text),
                    e);
        }
    }
}
