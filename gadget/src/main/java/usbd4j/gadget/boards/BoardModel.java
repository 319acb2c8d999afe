package usbd4j.gadget.boards;

import java.util.List;
import java.util.Optional;

/**
 * A model of board, or a family of them. configfs-scripts/BOARDS.md has the same table.
 *
 * @param name as people call it
 * @param marks texts, one of which is in the device tree's {@code model} or {@code compatible} of such a board
 * @param controller the controller as {@code usbd4j udcs} shows it
 * @param port the port to plug into the PC
 * @param driver the module that drives the controller
 * @param deviceMode what to do where the controller is missing
 * @param holder what holds the controller on the boards' own images; empty if nothing does as a rule
 */
public record BoardModel(
        String name,
        List<String> marks,
        String controller,
        String port,
        String driver,
        String deviceMode,
        Optional<String> holder) {
    /** Keeps a copy. */
    public BoardModel {
        marks = List.copyOf(marks);
    }

    /**
     * {@return whether this is the model of a board}
     *
     * @param tree the board's device tree
     */
    boolean is(DeviceTree tree) {
        return marks.stream()
                .anyMatch(mark -> tree.model().contains(mark)
                        || tree.compatible().stream().anyMatch(each -> each.startsWith(mark)));
    }
}
