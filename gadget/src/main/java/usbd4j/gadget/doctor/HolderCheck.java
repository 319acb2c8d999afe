package usbd4j.gadget.doctor;

import java.util.List;
import java.util.stream.Collectors;
import usbd4j.gadget.Board;
import usbd4j.gadget.controller.Controller;
import usbd4j.gadget.controller.Controllers;

/** Who holds the controllers. */
record HolderCheck(Board board) implements Check {
    private static final String NAME = "controller held by";
    private static final String NEEDED = "nobody";

    @Override
    public Row look() {
        Controllers controllers = new Controllers(board);
        List<Controller> held = controllers.all().stream()
                .filter(each -> controllers.holder(each).isPresent())
                .toList();
        if (held.isEmpty()) {
            return Row.ok(NAME, NEEDED, NEEDED);
        }
        String found = held.stream()
                .map(each -> "%s (%s)".formatted(controllers.holder(each).orElse(""), each.name()))
                .collect(Collectors.joining(", "));
        return held.size() < controllers.all().size()
                ? Row.ok(NAME, found + "; another is free", NEEDED)
                : controllers
                        .held(held.get(0))
                        .map(lack -> Row.missing(NAME, found, NEEDED, lack))
                        .orElseGet(() -> Row.ok(NAME, NEEDED, NEEDED));
    }
}
