package usbd4j.gadget.cli;

import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Mistakes in a device's description are mistakes of the command line. */
final class DeviceMistakes {
    private DeviceMistakes() {}

    /** {@return what is read; mistakes in it are told as those of the command's options} */
    static <T> T checked(CommandSpec command, Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
