package usbd4j.gadget.doctor;

import usbd4j.gadget.Board;
import usbd4j.gadget.Remedy;
import usbd4j.gadget.SystemFile;
import usbd4j.gadget.boards.DeviceTree;
import usbd4j.gadget.boards.KnownBoards;

/** Which board it is, and which of its ports is plugged in. */
record BoardCheck(Board board) implements Check {
    @Override
    public Row look() {
        DeviceTree tree = DeviceTree.of(board);
        return KnownBoards.of(tree)
                .map(model -> Row.ok("board", tree.model(), "its port for device mode: %s".formatted(model.port())))
                .orElseGet(() -> tree.model().isEmpty() ? pc() : unknown(tree.model()));
    }

    private Row pc() {
        String product = SystemFile.text(board.root().resolve("sys/class/dmi/id/product_name"));
        return Row.note(
                "board",
                "a PC (%s)".formatted(product.isEmpty() ? "no device tree" : product),
                "a board with a USB port for device mode",
                Remedy.byHand("configfs-scripts/BOARDS.md lists boards; virtual-board/boot starts an emulated one"));
    }

    private static Row unknown(String model) {
        return Row.note(
                "board",
                model,
                "a board with a USB port for device mode",
                Remedy.byHand("usbd4j does not know this board: find the port (OTG) in its manual"));
    }
}
