package usbd4j.gadget.cli;

import java.util.List;
import java.util.Map;
import usbd4j.gadget.ExitStatus;

/** What {@code --help} prints. */
final class Help {
    private static final int OPTION_COLUMN = 28;
    private static final int OPTION_INDENT = 6;
    private static final int COMMAND_INDENT = 2;

    /** What stands before the options that have a short form. */
    private static final Map<String, String> SHORT = Map.of("help", "-h, ", "version", "-V, ");

    private final Page page = new Page();

    private Help() {}

    static String of(CommandGroup group, String path) {
        Help help = new Help();
        help.page.line("Usage: " + path + " COMMAND");
        help.describe(group);
        int column = COMMAND_INDENT + 2 + longest(group.names());
        help.page.line("");
        help.page.line("Commands:");
        for (Entry each : group.entries()) {
            help.page.item(
                    COMMAND_INDENT, each.name(), column, each.description().get(0));
        }
        help.line("Each of them explains itself: " + path + " COMMAND --help");
        help.end(group);
        return help.page.toString();
    }

    static String of(Command command, String path) {
        Help help = new Help();
        help.page.line(("Usage: " + path + " [OPTION]... " + command.operand()).stripTrailing());
        help.describe(command);
        command.options().forEach(help::list);
        help.list(new OptionGroup("", CommandParser.HELP, CommandParser.VERSION));
        help.end(command);
        return help.page.toString();
    }

    private static int longest(List<String> names) {
        return names.stream().mapToInt(String::length).max().orElse(0);
    }

    private void line(String text) {
        page.line("");
        page.paragraph(text);
    }

    private void describe(Entry entry) {
        entry.description().forEach(page::paragraph);
    }

    private void list(OptionGroup group) {
        page.line("");
        if (!group.heading().isEmpty()) {
            page.line(group.heading() + ":");
        }
        for (CommandOption<?> option : group.options()) {
            page.item(
                    SHORT.containsKey(option.name()) ? COMMAND_INDENT : OPTION_INDENT,
                    SHORT.getOrDefault(option.name(), "") + option,
                    OPTION_COLUMN,
                    option.meaning());
        }
    }

    private void end(Entry entry) {
        page.line("");
        page.line("Exit status:");
        for (ExitStatus status : ExitStatus.values()) {
            page.item(COMMAND_INDENT + 1, Integer.toString(status.code()), 12, status.meaning());
        }
        page.item(COMMAND_INDENT, "130, 143", 12, ExitStatus.BY_SIGNAL);
        if (!entry.footer().isEmpty()) {
            page.line("");
            entry.footer().forEach(page::line);
        }
    }
}
