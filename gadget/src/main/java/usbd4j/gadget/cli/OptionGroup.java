package usbd4j.gadget.cli;

import java.util.List;

/**
 * Options that belong together in the help.
 *
 * @param heading what they are about
 * @param options in the help's order
 */
record OptionGroup(String heading, List<CommandOption<?>> options) {
    OptionGroup(String heading, CommandOption<?>... options) {
        this(heading, List.of(options));
    }
}
