package usbd4j.gadget.cli;

import java.util.List;
import usbd4j.gadget.Board;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.configfs.GadgetName;
import usbd4j.gadget.configfs.GadgetSite;
import usbd4j.gadget.library.NativeLibrary;

/** {@code usbd4j remove}. */
final class RemoveCommand implements Command {
    @Override
    public String name() {
        return "remove";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Removes what \"usbd4j create\" made, or a killed \"usbd4j run\" left behind: gadgets in configfs and FunctionFS mounts.",
                "A gadget that is being served, or that usbd4j did not make, is left alone. The next run of the same name"
                        + " removes its leftovers by itself.");
    }

    @Override
    public List<OptionGroup> options() {
        return List.of(new OptionGroup("Options", NameOption.NAME));
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        NativeLibrary.require();
        GadgetName name = NameOption.in(arguments);
        boolean found = GadgetSite.removeAbandoned(Board.linux(), name);
        console.out().println((found ? "removed gadget \"%s\"" : "there is no gadget \"%s\"").formatted(name));
        return ExitStatus.OK;
    }
}
