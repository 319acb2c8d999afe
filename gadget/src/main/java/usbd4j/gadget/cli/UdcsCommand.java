package usbd4j.gadget.cli;

import java.util.List;
import java.util.Optional;
import usbd4j.gadget.Board;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.controller.Controller;
import usbd4j.gadget.controller.Controllers;

/** {@code usbd4j udcs}. */
final class UdcsCommand implements Command {
    private static final String ROW = "%-20s %-14s %-14s %-14s %s%n";

    @Override
    public String name() {
        return "udcs";
    }

    @Override
    public List<String> description() {
        return List.of("Lists the board's USB device controllers, their state, and who holds them.");
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        Controllers controllers = new Controllers(Board.linux());
        // Throws an exception that says what to do if there is no controller.
        controllers.choose(Optional.empty());
        List<Controller> all = controllers.all();
        console.out().printf(ROW, "CONTROLLER", "STATE", "SPEED", "FASTEST", "HELD BY");
        for (Controller each : all) {
            console.out()
                    .printf(
                            ROW,
                            each.name(),
                            each.state(),
                            each.speed(),
                            each.maximumSpeed(),
                            controllers.holder(each).orElse("-"));
        }
        return ExitStatus.OK;
    }
}
