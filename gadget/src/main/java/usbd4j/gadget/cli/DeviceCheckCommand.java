package usbd4j.gadget.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.devicefile.DeviceFile;
import usbd4j.gadget.devicefile.Overrides;
import usbd4j.stack.UsbClass;

/** {@code usbd4j device check}. */
final class DeviceCheckCommand implements Command {
    @Override
    public String name() {
        return "check";
    }

    @Override
    public List<String> description() {
        return List.of("Says what is wrong with a device file, and in which line.");
    }

    @Override
    public String operand() {
        return "FILE";
    }

    @Override
    public List<OptionGroup> options() {
        return List.of(new OptionGroup("Options", ServedClass.OPTION));
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        Path file = Path.of(arguments.operand());
        Optional<UsbClass> function = arguments.value(ServedClass.OPTION);
        UsageException.unlessWrong(() -> DeviceFile.read(Optional.of(file), new Overrides(), function));
        console.out().println("%s is a device file".formatted(file));
        return ExitStatus.OK;
    }
}
