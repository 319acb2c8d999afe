package usbd4j.gadget.controller;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import usbd4j.gadget.Board;

/**
 * A board's sysfs and configfs, in files.
 *
 * @param root the directory it is made in
 */
record FakeBoard(Path root) {
    Board board() {
        return new Board(root.resolve("udc"), root.resolve("config"), root.resolve("mounts"));
    }

    /** Adds a controller; as in sysfs, what is among the controllers is a link to it. */
    void controller(String name, String driver) throws IOException {
        Path device = Files.createDirectories(root.resolve("devices").resolve(name));
        attribute(device, "state", "not attached");
        attribute(device, "current_speed", "UNKNOWN");
        attribute(device, "maximum_speed", "high-speed");
        attribute(device, "function", driver);
        Files.createDirectories(board().controllers());
        Files.createSymbolicLink(board().controllers().resolve(name), device);
    }

    /** Adds a gadget, bound to a controller or, with an empty name, to none. */
    void gadget(String name, String controller) throws IOException {
        Path gadget = Files.createDirectories(board().gadgets().resolve(name));
        attribute(gadget, "UDC", controller);
    }

    private static void attribute(Path directory, String name, String value) throws IOException {
        Files.writeString(directory.resolve(name), value + "\n");
    }
}
