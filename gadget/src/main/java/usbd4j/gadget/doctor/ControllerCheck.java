package usbd4j.gadget.doctor;

import java.util.List;
import java.util.stream.Collectors;
import usbd4j.gadget.Board;
import usbd4j.gadget.SystemFile;
import usbd4j.gadget.controller.Controller;
import usbd4j.gadget.controller.Controllers;

/** The USB device controllers, with their drivers. */
record ControllerCheck(Board board) implements Check {
    private static final String NAME = "controller";
    private static final String NEEDED = "a USB device controller";

    @Override
    public Row look() {
        Controllers controllers = new Controllers(board);
        List<Controller> all = controllers.all();
        return all.isEmpty()
                ? Row.missing(NAME, "none", NEEDED, controllers.none())
                : Row.ok(NAME, all.stream().map(ControllerCheck::describe).collect(Collectors.joining(", ")), NEEDED);
    }

    @Override
    public boolean isForController() {
        return true;
    }

    private static String describe(Controller controller) {
        String driver = SystemFile.target(controller.directory().resolve("device/driver"));
        return driver.isEmpty() ? controller.name() : "%s (driver %s)".formatted(controller.name(), driver);
    }
}
