package usbd4j.gadget.devicefile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Stream;

/** What comes out of reading a device file beside the device: its mistakes, and which keys and tables there are. */
final class Reading {
    private final Map<String, Key> keys = new LinkedHashMap<>();
    private final Map<String, TableHeading> tables = new LinkedHashMap<>();
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Map<String, Unknown> unknown = new LinkedHashMap<>();

    /** Whose key it would be, and where it was given. */
    private record Unknown(String owner, Origin origin) {}

    void add(Key key) {
        keys.putIfAbsent(key.path(), key);
    }

    void add(TableHeading table) {
        tables.putIfAbsent(table.path(), table);
    }

    /** Takes what notes keys that were not read. A start reads many, and needs none of them. */
    void noteLater(Runnable notes) {
        later.add(notes);
    }

    private void note() {
        for (Runnable next = later.poll(); next != null; next = later.poll()) {
            next.run();
        }
    }

    void mistake(Origin origin, String sentence) {
        mistakes.add(new Mistake(origin, sentence));
    }

    /** Notes a key or table that nobody has asked for. What is said of it needs all keys, and so waits. */
    void unknown(String path, String owner, Origin origin) {
        unknown.put(path, new Unknown(owner, origin));
    }

    List<Key> keys() {
        note();
        return List.copyOf(keys.values());
    }

    List<TableHeading> tables() {
        note();
        return List.copyOf(tables.values());
    }

    /** {@return what is wrong, the command line first, and then in the order of the lines} */
    List<Mistake> mistakes() {
        if (mistakes.isEmpty() && unknown.isEmpty()) {
            return List.of();
        }
        Suggestions suggestions = new Suggestions(keys(), tables());
        Stream<Mistake> unknowns = unknown.entrySet().stream()
                // A table that is wrong may not have been read to its end.
                .filter(each -> !keys.containsKey(each.getKey()))
                .map(each -> new Mistake(
                        each.getValue().origin(),
                        suggestions.unknown(each.getKey(), each.getValue().owner())));
        return Stream.concat(mistakes.stream(), unknowns)
                .sorted(Comparator.comparingInt(each -> each.origin().line()))
                .toList();
    }
}
