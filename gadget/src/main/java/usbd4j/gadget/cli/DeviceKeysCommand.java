package usbd4j.gadget.cli;

import java.util.List;
import java.util.Optional;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.devicefile.Key;
import usbd4j.gadget.devicefile.Reference;
import usbd4j.gadget.devicefile.TableHeading;
import usbd4j.stack.UsbClass;

/** {@code usbd4j device keys}. */
final class DeviceKeysCommand implements Command {
    private static final CommandOption<Boolean> MARKDOWN =
            CommandOption.flag("markdown", "As docs/device-file.md has them.");

    @Override
    public String name() {
        return "keys";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Lists every key of a device file, with its default and what it does.",
                "With --class, lists what that class takes, and who the device is then.");
    }

    @Override
    public List<OptionGroup> options() {
        return List.of(new OptionGroup("Options", MARKDOWN, ServedClass.OPTION));
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        Optional<UsbClass> function = arguments.value(ServedClass.OPTION);
        Reference whole = UsageException.unlessWrong(() -> Reference.of(function));
        Reference reference = function.isEmpty() ? whole : new Reference(whole.tablesOfClass(), whole.keys());
        console.out().print(arguments.has(MARKDOWN) ? MarkdownReference.of(reference) : plain(reference));
        return ExitStatus.OK;
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
