package usbd4j.gadget.devicefile;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * A value, and where it was given.
 *
 * @param value a String, Long, Double or Boolean, a {@link Settings} for a table, a List of Setting for an array, or a date or
 *     time, which no key takes
 * @param origin where it was given
 */
record Setting(Object value, Origin origin) {
    /** {@return a value of the command line; a Map is a table, a List an array} */
    static Setting of(Object value, Origin origin) {
        if (value instanceof Map<?, ?> table) {
            Settings settings = new Settings();
            table.forEach((key, each) -> settings.put(key.toString(), of(each, origin)));
            return new Setting(settings, origin);
        }
        if (value instanceof List<?> array) {
            return new Setting(array.stream().map(each -> of(each, origin)).toList(), origin);
        }
        return new Setting(value, origin);
    }

    /** {@return a value of a TOML document} */
    static Setting of(Object toml, TomlPosition position, Document document) {
        Origin origin = document.origin(position);
        if (toml instanceof TomlTable table) {
            return new Setting(Settings.of(table, document), origin);
        }
        if (toml instanceof TomlArray array) {
            List<Setting> elements = IntStream.range(0, array.size())
                    .mapToObj(i -> of(array.get(i), array.inputPositionOf(i), document))
                    .toList();
            return new Setting(elements, origin);
        }
        return new Setting(toml, origin);
    }

    /** {@return the value as TOML has it, for messages} */
    @Override
    public String toString() {
        if (value instanceof Settings) {
            return "a table";
        }
        if (value instanceof List<?> array) {
            return array.stream().map(Object::toString).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof String ? "\"%s\"".formatted(value) : value.toString();
    }
}
