package usbd4j.gadget.cli;

import java.util.List;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.devicefile.Template;

/** {@code usbd4j device template}. */
final class DeviceTemplateCommand implements Command {
    @Override
    public String name() {
        return "template";
    }

    @Override
    public List<String> description() {
        return List.of("Prints a device file to begin with.");
    }

    @Override
    public String operand() {
        return "NAME";
    }

    @Override
    public List<String> footer() {
        return List.of(
                "Templates, one of which is NAME:",
                "  dfu           takes and gives firmware by DFU 1.1",
                "  two-memories  the same with a second memory",
                "  dfuse         imitates the boot loader of an STM32F4, which speaks DfuSe",
                "  runtime       DFU run-time only: can be detached, and comes back");
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        String name = arguments.operand();
        console.out().print(UsageException.unlessWrong(() -> Template.of(name)).text());
        return ExitStatus.OK;
    }
}
