package usbd4j.gadget.cli;

import java.util.List;
import usbd4j.gadget.ExitStatus;

/** A command of the program: how it is written, what its help says, and what it does. */
non-sealed interface Command extends Entry {
    /** {@return the options that it takes beside --help and --version} */
    default List<OptionGroup> options() {
        return List.of();
    }

    /** {@return what stands for its operands in the help, such as FILE, with a blank between; empty if it takes none} */
    default String operand() {
        return "";
    }

    /** {@return what stands for each operand} */
    default List<String> operands() {
        return operand().isEmpty() ? List.of() : List.of(operand().split(" "));
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
