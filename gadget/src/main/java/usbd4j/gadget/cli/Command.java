package usbd4j.gadget.cli;

import java.util.List;
import usbd4j.gadget.ExitStatus;

/** A command of the program: how it is written, what its help says, and what it does. */
non-sealed interface Command extends Entry {
    /** {@return the options that it takes beside --help and --version} */
    default List<OptionGroup> options() {
        return List.of();
    }

    /** {@return what stands for its operand in the help, such as FILE; empty if it takes none} */
    default String operand() {
        return "";
    }

    /**
     * Called with a command line that has only options that the command takes.
     *
     * @param arguments the command line
     * @param console where it writes
     * @return how it ended
     * @throws UsageException if an option's value is wrong
     * @throws usbd4j.stack.UsbException if the command fails
     */
    ExitStatus run(Arguments arguments, Console console);
}
