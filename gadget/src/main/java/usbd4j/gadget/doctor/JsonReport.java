package usbd4j.gadget.doctor;

import java.util.stream.Collectors;
import usbd4j.gadget.Command;
import usbd4j.gadget.Remedy;

/** Writes a report as JSON (RFC 8259): flat objects of strings, for which no library is worth its start. */
public final class JsonReport {
    private JsonReport() {}

    /**
     * {@return the same as {@link Report#table}}
     *
     * @param report what was found
     */
    public static String of(Report report) {
        return report.rows().stream()
                .map(JsonReport::row)
                .collect(Collectors.joining(
                        ",\n    ",
                        "{\n  \"ready\": %s,\n  \"bus\": %s,\n  \"rows\": [\n    "
                                .formatted(report.isReady(), string(report.bus().toString())),
                        "\n  ]\n}\n"));
    }

    private static String row(Row row) {
        return "{\"name\": %s, \"state\": %s, \"found\": %s, \"needed\": %s, \"advice\": %s, \"command\": %s}"
                .formatted(
                        string(row.name()),
                        string(row.state().toString()),
                        string(row.found()),
                        string(row.needed()),
                        row.advice().map(JsonReport::string).orElse("null"),
                        row.remedy()
                                .flatMap(Remedy::command)
                                .map(Command::toString)
                                .map(JsonReport::string)
                                .orElse("null"));
    }

    static String string(String text) {
        return text.codePoints()
                .mapToObj(each -> switch (each) {
                    case '"' -> "\\\"";
                    case '\\' -> "\\\\";
                    default -> each < ' ' ? "\\u%04x".formatted(each) : Character.toString(each);
                })
                .collect(Collectors.joining("", "\"", "\""));
    }
}
