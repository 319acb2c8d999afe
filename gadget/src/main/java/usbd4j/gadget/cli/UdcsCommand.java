package usbd4j.gadget.cli;

import java.util.List;
import java.util.Optional;
import usbd4j.gadget.Board;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.controller.Controller;
import usbd4j.gadget.controller.Controllers;
import usbd4j.gadget.kernel.KernelSupport;
import usbd4j.stack.usbip.VhciHost;
import usbd4j.stack.usbip.VhciPort;

/** {@code usbd4j udcs}. */
final class UdcsCommand implements Command {
    @Override
    public String name() {
        return "udcs";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Lists what can carry a device: the board's USB device controllers, their state, and who holds them; and vhci_hcd, this machine's own USB (--bus vhci).");
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        Board board = Board.linux();
        VhciHost vhci = new VhciHost(board.vhci());
        Controllers controllers = new Controllers(board);
        if (!vhci.isLoaded()) {
            // Throws an exception that says what to do if there is no controller.
            controllers.choose(Optional.empty());
        }
        row(console, "CONTROLLER", "STATE", "SPEED", "FASTEST", "HELD BY");
        for (Controller each : controllers.all()) {
            row(
                    console,
                    each.name(),
                    each.state(),
                    each.speed(),
                    each.maximumSpeed(),
                    controllers.holder(each).orElse("-"));
        }
        if (vhci.isLoaded()) {
            row(console, KernelSupport.VHCI, freePorts(vhci.ports()), "-", "super-speed", "-");
        }
        return ExitStatus.OK;
    }

    private static String freePorts(List<VhciPort> ports) {
        long free = ports.stream().filter(VhciPort::isFree).count();
        return "%d of %d free".formatted(free, ports.size());
    }

    private static void row(Console console, Object... columns) {
        console.out().printf("%-20s %-14s %-14s %-14s %s%n", columns);
    }
}
