package usbd4j.gadget.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import usbd4j.gadget.ExitStatus;

/** {@code usbd4j device check}. */
@Command(name = "check", description = "Says what is wrong with a device file, and in which line.")
final class DeviceCheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The device file.")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try {
            DeviceFile device = DeviceFile.read(file, RunCommand.spec());
            spec.commandLine()
                    .getOut()
                    .println("%s is a device file; it sets %d options".formatted(file, device.size()));
            return ExitStatus.OK.code();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
