package usbd4j.gadget.doctor;

import usbd4j.gadget.Board;
import usbd4j.gadget.Remedy;
import usbd4j.gadget.controller.PortRole;

/** Whether the port is a device's or a host's. Where no port is a device's, there is no controller, and its row tells more. */
record RoleCheck(Board board) implements Check {
    private static final String NAME = "role of the port";
    private static final String NEEDED = "device (dr_mode peripheral or otg)";

    @Override
    public Row look() {
        PortRole role = PortRole.of(board);
        String found = role.describe();
        if (role.musbModes().stream().anyMatch(mode -> mode.startsWith("a_"))) {
            return Row.note(
                    NAME,
                    found,
                    NEEDED,
                    Remedy.byHand("the cable makes the board a host (ID pin): use one without adapter"));
        }
        return Row.ok(NAME, found.isEmpty() ? "nothing says otherwise" : found, NEEDED);
    }
}
