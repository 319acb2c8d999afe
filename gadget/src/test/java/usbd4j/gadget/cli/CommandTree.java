package usbd4j.gadget.cli;

import java.util.stream.Stream;

/** What the program's help, its manual page and its completion must have. */
final class CommandTree {
    private CommandTree() {}

    /** {@return every command and group below a group} */
    static Stream<Entry> entries(CommandGroup group) {
        return group.entries().stream()
                .flatMap(each -> each instanceof CommandGroup inner
                        ? Stream.concat(Stream.of(each), entries(inner))
                        : Stream.of(each));
    }

    /** {@return every option of every command} */
    static Stream<CommandOption<?>> options() {
        return entries(Main.commands())
                .filter(Command.class::isInstance)
                .flatMap(each -> ((Command) each).options().stream())
                .flatMap(group -> group.options().stream());
    }
}
