package usbd4j.gadget.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import usbd4j.gadget.Board;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.controller.Controller;
import usbd4j.gadget.controller.Controllers;

/** {@code usbd4j udcs}. */
@Command(name = "udcs", description = "Lists the board's USB device controllers, their state, and who holds them.")
final class UdcsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Controllers controllers = new Controllers(Board.linux());
        // Throws an exception that says what to do if there is no controller.
        controllers.choose(Optional.empty());
        List<Controller> all = controllers.all();
        StringBuilder out = new StringBuilder();
        out.append("%-20s %-14s %-14s %-14s %s%n".formatted("CONTROLLER", "STATE", "SPEED", "FASTEST", "HELD BY"));
        for (Controller each : all) {
            out.append("%-20s %-14s %-14s %-14s %s%n"
                    .formatted(
                            each.name(),
                            each.state(),
                            each.speed(),
                            each.maximumSpeed(),
                            controllers.holder(each).orElse("-")));
        }
        spec.commandLine().getOut().print(out);
        spec.commandLine().getOut().flush();
        return ExitStatus.OK.code();
    }
}
