package usbd4j.gadget.doctor;

import java.util.List;
import java.util.stream.Collectors;
import usbd4j.gadget.Command;
import usbd4j.gadget.Remedy;
import usbd4j.gadget.serve.BusKind;

/**
 * What a doctor found.
 *
 * @param bus what a run without options serves a device through
 * @param rows one for each need
 */
public record Report(BusKind bus, List<Row> rows) {
    private static final String NEED = "NEED";
    private static final String FOUND = "FOUND";

    /** Keeps a copy. */
    public Report {
        rows = List.copyOf(rows);
    }

    /** {@return whether a device can be served} */
    public boolean isReady() {
        return rows.stream().noneMatch(row -> row.state() == State.MISSING);
    }

    /** {@return the commands that take nothing away from anybody, each once} */
    public List<Command> safeCommands() {
        return rows.stream()
                .flatMap(row -> row.remedy().flatMap(Remedy::command).stream())
                .filter(Command::isSafe)
                .distinct()
                .toList();
    }

    /** {@return the table for people: a line for each need, under it what to do, and whether the board is ready} */
    public String table() {
        int names = width(NEED, rows.stream().map(Row::name).toList());
        int found = width(FOUND, rows.stream().map(Row::found).toList());
        String line = "%%-%ds  %%-7s  %%-%ds  %%s%%n".formatted(names, found);
        StringBuilder table = new StringBuilder(line.formatted(NEED, "STATE", FOUND, "NEEDED"));
        for (Row row : rows) {
            table.append(line.formatted(row.name(), row.state(), row.found(), row.needed()));
            row.advice().ifPresent(advice -> table.append("    -> %s%n".formatted(advice)));
        }
        return table.append("%s%n".formatted(verdict())).toString();
    }

    /** {@return "ready", and through what if not a device controller, or which rows are missing} */
    public String verdict() {
        if (isReady()) {
            return bus.needsController()
                    ? "ready"
                    : "ready through %s: without a device controller, a run plugs the device into this machine itself"
                            .formatted(bus.kernelsName());
        }
        return rows.stream()
                .filter(row -> row.state() == State.MISSING)
                .map(Row::name)
                .collect(Collectors.joining(", ", "not ready: ", ""));
    }

    private static int width(String heading, List<String> texts) {
        return texts.stream().mapToInt(String::length).reduce(heading.length(), Math::max);
    }
}
