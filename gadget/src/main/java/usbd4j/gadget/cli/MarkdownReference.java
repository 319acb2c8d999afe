package usbd4j.gadget.cli;

import usbd4j.gadget.devicefile.Key;
import usbd4j.gadget.devicefile.Reference;
import usbd4j.gadget.devicefile.TableHeading;

/** Generates the documentation page that lists the keys of a device file. */
final class MarkdownReference {
    private static final String INTRODUCTION = """
            # Device files

            A device file says in TOML what a device is. Every key has a default: an empty file is a whole device. `usbd4j device
            template dfu` (or `two-memories`, `dfuse`, `runtime`) prints a file to begin with, `usbd4j device of VID:PID` that of a real
            device ([copies.md](copies.md)). `usbd4j device check FILE` says what is wrong with a file and in which line, given the same
            `--class` as the run, if any. `usbd4j run --device FILE` serves it. The command line overrides the file;
            `--set TABLE.KEY=VALUE` sets any key, with the value as TOML has it:

            ```
            usbd4j run --device my.toml --set dfu-mode.manifestation-time=500 --set 'run-time.product="Blinky 2"'
            ```

            File names are relative to the folder that the program is started in.

            <!-- Made by "usbd4j device keys --markdown"; the build compares the two. -->
            """;

    private MarkdownReference() {}

    static String of(Reference reference) {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        for (TableHeading table : reference.tables()) {
            page.append("\n## `%s`\n\n%s\n".formatted(table, table.meaning()));
            if (reference.keys(table).isEmpty()) {
                continue;
            }
            page.append("\n| key | default | what it is | takes |\n|---|---|---|---|\n");
            for (Key key : reference.keys(table)) {
                page.append("| `%s` | %s | %s | %s |\n"
                        .formatted(key.name(), cell(key.otherwise().get()), cell(key.meaning()), cell(key.takes())));
            }
        }
        return page.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("*", "\\*");
    }
}
