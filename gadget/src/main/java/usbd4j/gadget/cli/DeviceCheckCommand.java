package usbd4j.gadget.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.devicefile.DeviceFile;
import usbd4j.gadget.devicefile.Overrides;

/** {@code usbd4j device check}. */
@Command(name = "check", description = "Says what is wrong with a device file, and in which line.")
final class DeviceCheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The device file.")
    private Path file = Path.of("");

    @Mixin
    private ClassOption function = new ClassOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        DeviceMistakes.checked(spec, () -> DeviceFile.read(Optional.of(file), new Overrides(), function.value()));
        spec.commandLine().getOut().println("%s is a device file".formatted(file));
        return ExitStatus.OK.code();
    }
}
