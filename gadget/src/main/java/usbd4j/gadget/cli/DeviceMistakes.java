package usbd4j.gadget.cli;

import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Reports mistakes in the description of a device as mistakes on the command line. */
final class DeviceMistakes {
    private DeviceMistakes() {}

    /** {@return the device that was read} Mistakes are reported like those in the command's options. */
    static <T> T checked(CommandSpec command, Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
