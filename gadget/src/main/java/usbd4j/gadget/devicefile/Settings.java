package usbd4j.gadget.devicefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** A table of values as they were given, by key. */
final class Settings {
    private final Map<String, Setting> values = new LinkedHashMap<>();

    /** {@return the values of a TOML table} */
    static Settings of(TomlTable table, Document document) {
        Settings settings = new Settings();
        for (String key : table.keySet()) {
            List<String> path = List.of(key);
            Object value = table.get(path);
            TomlPosition position = table.inputPositionOf(path);
            if (value != null && position != null) {
                settings.put(key, Setting.of(value, position, document));
            }
        }
        return settings;
    }

    void put(String key, Setting setting) {
        values.put(key, setting);
    }

    Optional<Setting> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    Set<String> keys() {
        return values.keySet();
    }

    /**
     * Puts other values over these. Tables are merged, anything else is replaced.
     *
     * @param other the values that win
     * @param replaced called with the value before and the one that replaces it
     */
    void merge(Settings other, BiConsumer<Setting, Setting> replaced) {
        other.values.forEach((key, setting) -> {
            Setting before = values.get(key);
            if (before != null
                    && before.value() instanceof Settings table
                    && setting.value() instanceof Settings more) {
                table.merge(more, replaced);
            } else {
                if (before != null) {
                    replaced.accept(before, setting);
                }
                values.put(key, setting);
            }
        });
    }
}
