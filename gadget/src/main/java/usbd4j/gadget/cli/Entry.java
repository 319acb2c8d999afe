package usbd4j.gadget.cli;

import java.util.List;

/** A word of the command line after the program's name: a command, or a group of commands. */
sealed interface Entry permits Command, CommandGroup {
    /** {@return the word} */
    String name();

    /** {@return what it is for, in paragraphs; lists of commands have the first} */
    List<String> description();

    /** {@return the last lines of its help, as they are, such as examples} */
    default List<String> footer() {
        return List.of();
    }
}
