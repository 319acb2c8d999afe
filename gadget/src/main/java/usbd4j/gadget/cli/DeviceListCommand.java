package usbd4j.gadget.cli;

import java.util.List;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.devicefile.BuiltIn;

/** {@code usbd4j device list}. */
final class DeviceListCommand implements Command {
    @Override
    public String name() {
        return "list";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Lists the device files that come with the program: templates to begin with, and profiles, which misbehave as devices do"
                        + " that somebody has met.");
    }

    @Override
    public List<String> footer() {
        return List.of(
                "\"usbd4j device show NAME\" prints one, and tells where its misbehaviour is",
                "reported; \"usbd4j run --device NAME\" serves it.");
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        int width = BuiltIn.all().stream()
                .mapToInt(each -> each.name().length())
                .max()
                .orElseThrow();
        console.out().println("Templates:");
        BuiltIn.templates().forEach(each -> print(each, width, console));
        console.out().println("Profiles:");
        BuiltIn.profiles().forEach(each -> print(each, width, console));
        return ExitStatus.OK;
    }

    private static void print(BuiltIn file, int width, Console console) {
        console.out()
                .println("  %s  %s"
                        .formatted(file.name() + " ".repeat(width - file.name().length()), file.meaning()));
    }
}
