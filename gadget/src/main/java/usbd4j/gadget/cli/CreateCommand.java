package usbd4j.gadget.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import usbd4j.gadget.Board;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.configfs.GadgetName;
import usbd4j.gadget.library.NativeLibrary;
import usbd4j.gadget.serve.DeviceCreation;
import usbd4j.stack.UsbClass;
import usbd4j.stack.linux.User;

/** {@code usbd4j create}. */
final class CreateCommand implements Command {
    private static final CommandOption<String> OWNER = CommandOption.value(
            "owner",
            "USER",
            text -> text,
            "The user that serves the device, who may open its FunctionFS, bind and unbind it, write its release number, and nothing"
                    + " else.");

    @Override
    public String name() {
        return "create";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Does what needs root, so that another user can run the device: creates its gadgets, one for run-time and one for DFU"
                        + " mode if it has that, and mounts a FunctionFS for each. Prints the command to run next.",
                "Gadgets of the same name that are not served are removed first. \"usbd4j remove\" removes them all.");
    }

    @Override
    public List<OptionGroup> options() {
        return List.of(new OptionGroup("The gadgets", OWNER, NameOption.NAME, ServedClass.OPTION), DeviceOptions.GROUP);
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        NativeLibrary.require();
        Optional<UsbClass> function = arguments.value(ServedClass.OPTION);
        GadgetName name = NameOption.in(arguments);
        User owner = owner(arguments);
        DeviceCreation creation = new DeviceCreation(DeviceOptions.description(arguments, function), function);
        Path functionFs = creation.create(Board.linux(), name, owner);
        console.out()
                .println(
                        "created gadget \"%s\"; next, as %s and with the same options: usbd4j run --name %1$s --functionfs %3$s"
                                .formatted(name, owner.name(), functionFs));
        return ExitStatus.OK;
    }

    private static User owner(Arguments arguments) {
        String name = arguments
                .value(OWNER)
                .orElseThrow(() -> new UsageException("--owner is missing: the user that serves the device"));
        return User.named(name)
                .orElseThrow(() -> new UsageException("--owner: there is no user \"%s\"".formatted(name)));
    }
}
