package usbd4j.gadget.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.devicefile.Template;

/** {@code usbd4j device template}. */
@Command(
        name = "template",
        description = "Prints a device file to begin with.",
        footer = {
            "",
            "Templates:",
            "  dfu           takes and gives firmware by DFU 1.1",
            "  two-memories  the same with a second memory",
            "  dfuse         imitates the boot loader of an STM32F4, which speaks DfuSe",
            "  runtime       DFU run-time only: can be detached, and comes back"
        })
final class DeviceTemplateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", converter = NameConverter.class, description = "One of those below.")
    private Template template = Template.DFU;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(template.text());
        spec.commandLine().getOut().flush();
        return ExitStatus.OK.code();
    }

    /** Reads a template's name. */
    static final class NameConverter extends CheckedConverter<Template> {
        @Override
        Template checked(String text) {
            return Template.of(text);
        }
    }
}
