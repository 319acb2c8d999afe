package usbd4j.gadget.controller;

import java.util.Optional;
import usbd4j.gadget.Board;
import usbd4j.gadget.Command;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.Lack;
import usbd4j.gadget.Remedy;
import usbd4j.gadget.boards.BoardModel;
import usbd4j.gadget.boards.DeviceTree;
import usbd4j.gadget.boards.KnownBoards;
import usbd4j.gadget.kernel.ModuleState;
import usbd4j.gadget.kernel.Modules;
import usbd4j.gadget.vhci.VhciAccess;

/** Why a board shows no USB device controller, and what to do on this one. */
final class NoController {
    /** The module of the kernel's controller in software. */
    private static final String EMULATED = "dummy_hcd";

    private final Board board;
    private final DeviceTree tree;
    private final PortRole role;
    private final Modules modules;

    NoController(Board board) {
        this.board = board;
        this.tree = DeviceTree.of(board);
        this.role = PortRole.of(board);
        this.modules = new Modules(board);
    }

    /** {@return the sentence} */
    Lack lack() {
        Optional<BoardModel> model = KnownBoards.of(tree);
        String what = "There is no USB device controller in %s".formatted(board.controllers());
        Remedy remedy = role.turn()
                .or(() -> model.flatMap(this::driver))
                .orElseGet(() ->
                        model.map(each -> Remedy.byHand(each.deviceMode())).orElseGet(this::unknown));
        return new Lack(
                ExitStatus.NO_CONTROLLER,
                role.isHostOnly() ? what + " (the device tree says dr_mode = \"host\")" : what,
                VhciAccess.of(board) == VhciAccess.FOR_ROOT ? orAsRoot(remedy) : remedy);
    }

    private static Remedy orAsRoot(Remedy remedy) {
        return new Remedy(
                "as root (sudo), --bus vhci needs none and plugs the device into this machine itself; "
                        + remedy.advice(),
                remedy.command());
    }

    /** {@return the driver to load where the device tree has been prepared} */
    private Optional<Remedy> driver(BoardModel model) {
        ModuleState state = modules.state(model.driver());
        boolean isLoaded = state == ModuleState.LOADED || state == ModuleState.BUILT_IN;
        return role.mayBeDevice() && !isLoaded ? Optional.of(modules.remedy(model.driver())) : Optional.empty();
    }

    private Remedy unknown() {
        if (isBoard()) {
            return Remedy.byHand(
                    "usbd4j does not know the board \"%s\": find its port for device mode (OTG) in its manual, and set"
                                    .formatted(tree.model())
                            + " dr_mode = \"peripheral\" at that controller's node of the device tree");
        }
        if (modules.state(EMULATED).isUsable()) {
            return Remedy.by(
                    "a PC has none: use a board (virtual-board/boot starts an emulated one), or the kernel's emulated"
                            + " controller, whose host is this machine",
                    Command.risky("modprobe", EMULATED));
        }
        return Remedy.byHand(
                "a PC has none, and its kernel has no emulated one (module %s): use a board; virtual-board/boot starts"
                                .formatted(EMULATED)
                        + " an emulated one");
    }

    /** QEMU's machine for ARM has a device tree, and no more of a controller than a PC. */
    private boolean isBoard() {
        return !tree.model().isEmpty() && !tree.compatible().contains("linux,dummy-virt");
    }
}
