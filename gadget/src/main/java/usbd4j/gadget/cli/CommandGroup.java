package usbd4j.gadget.cli;

import java.util.List;
import java.util.Optional;

/**
 * Commands under one word, such as {@code usbd4j device}.
 *
 * @param name the word
 * @param description what they are for, in paragraphs
 * @param entries the commands, in the help's order
 * @param footer the last lines of the help
 */
record CommandGroup(String name, List<String> description, List<Entry> entries, List<String> footer) implements Entry {
    Optional<Entry> find(String word) {
        for (Entry each : entries) {
            if (each.name().equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    List<String> names() {
        return entries.stream().map(Entry::name).toList();
    }
}
