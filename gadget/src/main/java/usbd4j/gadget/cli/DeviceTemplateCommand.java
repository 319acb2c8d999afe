package usbd4j.gadget.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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
        return Stream.concat(
                        Stream.of("Templates, one of which is NAME:"),
                        Arrays.stream(Template.values()).map(each -> "  %-13s %s".formatted(each, each.meaning())))
                .toList();
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        String name = arguments.operand();
        console.out().print(UsageException.unlessWrong(() -> Template.of(name)).text());
        return ExitStatus.OK;
    }
}
