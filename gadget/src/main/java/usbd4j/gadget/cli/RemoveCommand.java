package usbd4j.gadget.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import usbd4j.gadget.Board;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.configfs.GadgetSite;

/** {@code usbd4j remove}. */
@Command(
        name = "remove",
        description = {
            "Removes what a killed \"usbd4j run\" left behind: the gadget in configfs and the FunctionFS mount.",
            "A gadget that is being served, or that usbd4j did not make, is left alone. The next run of the same name removes"
                    + " its leftovers by itself."
        })
final class RemoveCommand implements Callable<Integer> {
    @Mixin
    private NameOption name = new NameOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        boolean found = GadgetSite.removeAbandoned(Board.linux(), name.value());
        spec.commandLine()
                .getOut()
                .println(
                        found
                                ? "removed gadget \"%s\"".formatted(name.value())
                                : "there is no gadget \"%s\"".formatted(name.value()));
        return ExitStatus.OK.code();
    }
}
