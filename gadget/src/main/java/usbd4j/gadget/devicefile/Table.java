package usbd4j.gadget.devicefile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A table of a device file while it is read. Each key that is asked for is also one that the reference has; what is wrong is
 * noted, and reading goes on with the default, so that all mistakes are told at once.
 */
final class Table {
    private final String path;
    private final String owner;
    private final Settings settings;
    private final Origin origin;
    private final Reading reading;
    private final Set<String> known = new HashSet<>();
    private boolean hasWrongValue;

    private Table(String path, String owner, Settings settings, Origin origin, Reading reading) {
        this.path = path;
        this.owner = owner;
        this.settings = settings;
        this.origin = origin;
        this.reading = reading;
    }

    /** Reads a whole document. */
    static <T> T read(Settings document, Reading reading, Function<Table, T> reader) {
        Table root = new Table("", "", document, Origin.option("device"), reading);
        T read = reader.apply(root);
        root.noteUnknown();
        return read;
    }

    /** {@return the value of a key, or its default} */
    <T> T value(String key, ValueType<T> type, T otherwise, String meaning) {
        return given(key, type, () -> type.show().apply(otherwise), meaning).orElse(otherwise);
    }

    /** {@return the value of a key; empty if there is none, which means what {@code otherwise} says in words} */
    <T> Optional<T> optional(String key, ValueType<T> type, String otherwise, String meaning) {
        return given(key, type, () -> otherwise, meaning);
    }

    private <T> Optional<T> given(String key, ValueType<T> type, Supplier<String> otherwise, String meaning) {
        known.add(key);
        reading.add(new Key(path, key, type.takes(), otherwise, meaning));
        return settings.get(key).flatMap(setting -> read(key, type, setting));
    }

    private <T> Optional<T> read(String key, ValueType<T> type, Setting setting) {
        try {
            return Optional.of(type.read().apply(setting.value()));
        } catch (ClassCastException e) {
            wrong(setting, "%s%s takes %s, not %s".formatted(path(key), owner, type.takes(), setting));
        } catch (IllegalArgumentException e) {
            wrong(setting, "%s%s: %s".formatted(path(key), owner, e.getMessage()));
        }
        return Optional.empty();
    }

    private void wrong(Setting setting, String sentence) {
        hasWrongValue = true;
        reading.mistake(setting.origin(), sentence);
    }

    /** {@return what a table within this one describes} All its keys have defaults. */
    <T> T table(String key, String meaning, Function<Table, T> reader) {
        return table(key, "", meaning, reader);
    }

    /** {@return the same} Messages have whose keys they are behind the key: {@code " of my.Class"}. */
    <T> T table(String key, String owner, String meaning, Function<Table, T> reader) {
        known.add(key);
        reading.add(new TableHeading(path(key), false, meaning));
        Optional<Setting> setting = settings.get(key);
        if (setting.isPresent() && setting.get().value() instanceof Settings values) {
            Optional<T> read = new Table(path(key), owner, values, setting.get().origin(), reading).checked(reader);
            if (read.isPresent()) {
                return read.get();
            }
        } else if (setting.isPresent()) {
            reading.mistake(
                    setting.get().origin(), "%s is a table: write [%1$s], and its keys below".formatted(path(key)));
        }
        return reader.apply(empty(key, owner));
    }

    /** {@return what each table of an array describes; empty if there is none} */
    <T> List<T> tables(String key, String meaning, Function<Table, T> reader) {
        known.add(key);
        reading.add(new TableHeading(path(key), true, meaning));
        reading.noteLater(() -> noteKeys(key, reader));
        List<T> all = new ArrayList<>();
        settings.get(key).ifPresent(setting -> {
            if (setting.value() instanceof List<?> array) {
                array.forEach(each -> element(key, (Setting) each)
                        .flatMap(table -> table.checked(reader))
                        .ifPresent(all::add));
            } else {
                reading.mistake(setting.origin(), "%s is an array of tables: write [[%1$s]]".formatted(path(key)));
            }
        });
        return all;
    }

    private Optional<Table> element(String key, Setting element) {
        if (element.value() instanceof Settings values) {
            return Optional.of(new Table(path(key), "", values, element.origin(), reading));
        }
        reading.mistake(element.origin(), "%s has tables in it, not %s".formatted(path(key), element));
        return Optional.empty();
    }

    /** {@return all other values, with those of tables within under {@code table/key}} */
    Map<String, Object> others() {
        Map<String, Object> others = new LinkedHashMap<>();
        settings.keys().stream().filter(key -> !known.contains(key)).toList().forEach(key -> {
            known.add(key);
            settings.get(key).ifPresent(setting -> addFlat(key, setting, others));
        });
        return others;
    }

    private static void addFlat(String key, Setting setting, Map<String, Object> all) {
        if (setting.value() instanceof Settings table) {
            table.keys()
                    .forEach(each ->
                            table.get(each).ifPresent(value -> addFlat("%s/%s".formatted(key, each), value, all)));
        } else {
            all.put(key, setting.value());
        }
    }

    private <T> Optional<T> checked(Function<Table, T> reader) {
        try {
            return Optional.of(reader.apply(this));
        } catch (IllegalArgumentException e) {
            // A value that could not be read is missing, which is not a second mistake.
            if (!hasWrongValue) {
                reading.mistake(origin, String.valueOf(e.getMessage()));
            }
            return Optional.empty();
        } finally {
            noteUnknown();
        }
    }

    private Table empty(String key, String owner) {
        return new Table(path(key), owner, new Settings(), origin, reading);
    }

    /** An array may have no table, and has its keys all the same. */
    private <T> void noteKeys(String key, Function<Table, T> reader) {
        try {
            var unused = reader.apply(empty(key, ""));
        } catch (IllegalArgumentException e) {
            // Something is required, and a table without it is nobody's mistake.
        }
    }

    private void noteUnknown() {
        settings.keys().stream()
                .filter(key -> !known.contains(key))
                .forEach(key ->
                        settings.get(key).ifPresent(setting -> reading.unknown(path(key), owner, setting.origin())));
    }

    private String path(String key) {
        // Called for every key at each start, where a formatter takes long on a small board.
        return path.isEmpty() ? key : path + "." + key;
    }
}
