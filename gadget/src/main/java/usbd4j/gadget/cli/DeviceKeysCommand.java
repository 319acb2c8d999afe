package usbd4j.gadget.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.devicefile.Key;
import usbd4j.gadget.devicefile.Reference;
import usbd4j.gadget.devicefile.TableHeading;

/** {@code usbd4j device keys}. */
@Command(
        name = "keys",
        description = {
            "Lists every key of a device file, with its default and what it does.",
            "With --class, lists what that class takes, and who the device is then."
        })
final class DeviceKeysCommand implements Callable<Integer> {
    @Option(names = "--markdown", description = "As docs/device-file.md has them.")
    private boolean markdown;

    @Mixin
    private ClassOption function = new ClassOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Reference whole = DeviceMistakes.checked(spec, () -> Reference.of(function.value()));
        Reference reference = function.value().isEmpty() ? whole : new Reference(whole.tablesOfClass(), whole.keys());
        out.print(markdown ? MarkdownReference.of(reference) : plain(reference));
        out.flush();
        return ExitStatus.OK.code();
    }

    private static String plain(Reference reference) {
        StringBuilder text = new StringBuilder();
        for (TableHeading table : reference.tables()) {
            text.append("%s%s%n  %s%n".formatted(text.length() == 0 ? "" : "%n".formatted(), table, table.meaning()));
            for (Key key : reference.keys(table)) {
                text.append("  %-26s %s%n".formatted(key.name(), key.meaning()));
                text.append("  %-26s takes %s; default: %s%n"
                        .formatted("", key.takes(), key.otherwise().get()));
            }
        }
        return text.toString();
    }
}
