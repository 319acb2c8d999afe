package usbd4j.gadget.cli;

import java.util.List;
import usbd4j.gadget.ExitStatus;

/** The manual page of the program, made from its commands, in the language of man(7). */
final class ManPage {
    private static final String FILES = """
            .SH FILES
            .TP
            .I /etc/usbd4j/device.toml
            What the device of the unit usbd4j.service is.
            Without it, that unit serves the default device.
            .TP
            .I /etc/usbd4j/NAME.toml
            What the device of the unit usbd4j@NAME.service is.
            .TP
            .I /usr/share/usbd4j/devices
            Device files to begin with.
            .TP
            .I /var/lib/usbd4j
            The firmware of the devices of the units.
            .TP
            .I /var/cache/usbd4j
            What lets the program start quickly.
            .I /usr/share/usbd4j/prepare
            makes it.
            """;

    private static final String ENVIRONMENT = """
            .SH ENVIRONMENT
            .TP
            .B JAVA_HOME
            Which Java to use, if not the first on the PATH.
            .TP
            .B USBD4J_JAVA_OPTIONS
            More options for Java.
            .TP
            .B USBD4J_CACHE
            A folder in place of /var/cache/usbd4j.
            """;

    private static final String SEE_ALSO = """
            .SH "SEE ALSO"
            .BR dfu\\-util (1),
            .BR lsusb (8);
            /usr/share/doc/usbd4j has the keys of a device file, and how to set up a board.
            """;

    private final StringBuilder page = new StringBuilder();

    private ManPage() {}

    /**
     * {@return the page}
     *
     * @param program all commands
     * @param version the program's version
     */
    static String of(CommandGroup program, String version) {
        ManPage man = new ManPage();
        man.request(".TH", program.name(), "1", "", version, "User Commands");
        man.request(".SH", "NAME");
        man.text(program.name() + " - USB device stack for Linux boards, and a DFU device on it");
        man.request(".SH", "SYNOPSIS");
        man.synopsis(program, program.name());
        man.request(".SH", "DESCRIPTION");
        man.paragraphs(program.description());
        man.paragraphs(List.of("Each command has --help and --version."));
        man.request(".SH", "COMMANDS");
        man.commands(program, program.name());
        man.exitStatuses();
        man.page.append(FILES).append(ENVIRONMENT);
        man.request(".SH", "EXAMPLES");
        man.asItIs(program.footer());
        man.page.append(SEE_ALSO);
        return man.page.toString();
    }

    private void synopsis(CommandGroup group, String path) {
        for (Entry entry : group.entries()) {
            String name = path + " " + entry.name();
            if (entry instanceof CommandGroup inner) {
                synopsis(inner, name);
            } else {
                request(".B", name);
                text(("[OPTION]... " + ((Command) entry).operand()).strip());
                page.append(".br\n");
            }
        }
    }

    private void commands(CommandGroup group, String path) {
        for (Entry entry : group.entries()) {
            String name = path + " " + entry.name();
            request(".SS", name);
            paragraphs(entry.description());
            if (entry instanceof CommandGroup inner) {
                asItIs(inner.footer());
                commands(inner, name);
            } else {
                ((Command) entry).options().forEach(this::options);
                asItIs(entry.footer());
            }
        }
    }

    private void options(OptionGroup group) {
        paragraphs(List.of(group.heading() + ":"));
        for (CommandOption<?> option : group.options()) {
            item(option.toString(), option.meaning());
        }
    }

    private void exitStatuses() {
        request(".SH", "EXIT STATUS");
        for (ExitStatus status : ExitStatus.values()) {
            item(Integer.toString(status.code()), status.meaning());
        }
        item("130, 143", ExitStatus.BY_SIGNAL);
    }

    private void item(String name, String meaning) {
        page.append(".TP\n");
        request(".B", name);
        text(meaning);
    }

    private void paragraphs(List<String> texts) {
        for (String each : texts) {
            page.append(".PP\n");
            text(each);
        }
    }

    /** Lines that are not filled, such as examples. */
    private void asItIs(List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        page.append(".PP\n.nf\n");
        lines.forEach(this::text);
        page.append(".fi\n");
    }

    private void text(String words) {
        // In a package the program has a launcher.
        String line = escaped(words.replace("java -jar usbd4j.jar", "usbd4j"));
        page.append(line.startsWith(".") ? "\\&" : "").append(line).append('\n');
    }

    private void request(String name, String... arguments) {
        page.append(name);
        for (String each : arguments) {
            page.append(" \"").append(escaped(each).replace("\"", "\\(dq")).append('"');
        }
        page.append('\n');
    }

    /** A minus stays one, to be copied to a command line, and so do quotes. */
    private static String escaped(String text) {
        return text.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("`", "\\(ga")
                .replace("~", "\\(ti")
                .replace("^", "\\(ha");
    }
}
