package usbd4j.gadget.devicefile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import usbd4j.gadget.Spelling;

/**
 * Explains an unknown key: which table it belongs to, or which key was probably meant.
 *
 * @param keys all keys
 * @param tables all tables
 */
record Suggestions(List<Key> keys, List<TableHeading> tables) {
    /** Keys of device files before there were tables that have another name now. */
    private static final Map<String, String> RENAMED = Map.of(
            "with-function", "[[function]]",
            "dfu-with-function", "[[dfu-mode.function]]",
            "memory", "[[dfu-mode.memory]]",
            "dfu-version", "functional.version",
            "programming-fault", "dfu-mode.programming-faults",
            "erase-fault", "dfu-mode.erase-faults",
            "answer-while-busy", "dfu-mode.getstatus-while-busy",
            "bus", "--bus on the command line");

    private static final String DFU_PREFIX = "dfu-";

    /** {@return a sentence about a path that is neither a key nor a table} */
    String unknown(String path, String owner) {
        return "there is no %s%s; %s".formatted(path, owner, advice(path));
    }

    private String advice(String path) {
        Optional<String> former = path.contains(".") ? Optional.empty() : formerly(path);
        return former.map("it belongs to %s now"::formatted)
                .or(() -> closest(path).map("did you mean %s?"::formatted))
                .orElse(
                        path.startsWith(ClassTable.NAME + ".")
                                ? "\"usbd4j device keys --class CLASS\" lists the keys"
                                : "\"usbd4j device keys\" lists the keys");
    }

    /** {@return where a key of a flat file is now} Its name may be the same, or may have had {@code dfu-} before it. */
    private Optional<String> formerly(String name) {
        if (RENAMED.containsKey(name)) {
            return Optional.of(RENAMED.get(name));
        }
        boolean ofDfuMode = name.startsWith(DFU_PREFIX);
        String now = ofDfuMode ? name.substring(DFU_PREFIX.length()) : name;
        return keys.stream()
                .filter(key -> key.name().equals(now))
                .filter(key -> !ofDfuMode || key.table().equals("dfu-mode"))
                .map(key -> "[%s]: %s".formatted(key.table(), key.path()))
                .findFirst();
    }

    private Optional<String> closest(String path) {
        return Spelling.closest(
                path,
                Stream.concat(keys.stream().map(Key::path), tables.stream().map(TableHeading::path))
                        .toList());
    }
}
