package usbd4j.gadget.cli;

import java.util.List;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.devicefile.BuiltIn;

/** {@code usbd4j device show}. */
final class DeviceShowCommand implements Command {
    @Override
    public String name() {
        return "show";
    }

    @Override
    public List<String> description() {
        return List.of("Prints a device file that comes with the program: a template or a profile.");
    }

    @Override
    public String operand() {
        return "NAME";
    }

    @Override
    public List<String> footer() {
        return List.of(
                "NAME is one that \"usbd4j device list\" lists. The comments at the beginning",
                "of a profile tell where the misbehaviour is reported.");
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        String name = arguments.operand();
        console.out().print(UsageException.unlessWrong(() -> BuiltIn.of(name)).text());
        return ExitStatus.OK;
    }
}
