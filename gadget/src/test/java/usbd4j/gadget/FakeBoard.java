package usbd4j.gadget;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A board's proc, sysfs and configfs, in files.
 *
 * @param root the directory it is made in
 */
public record FakeBoard(Path root) {
    /** The release of its kernel. */
    public static final String RELEASE = "6.12.1-test";

    public Board board() {
        return new Board(root);
    }

    /** Writes a file, and makes the folders around it. */
    public FakeBoard file(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text + "\n");
        return this;
    }

    /** Adds a controller; as in sysfs, what is among the controllers is a link to it. */
    public FakeBoard controller(String name, String driver) throws IOException {
        Path device = Files.createDirectories(root.resolve("devices").resolve(name));
        attribute(device, "state", "not attached");
        attribute(device, "current_speed", "UNKNOWN");
        attribute(device, "maximum_speed", "high-speed");
        attribute(device, "function", driver);
        Files.createDirectories(board().controllers());
        Files.createSymbolicLink(board().controllers().resolve(name), device);
        return this;
    }

    /** Adds a gadget, bound to a controller or, with an empty name, to none. */
    public void gadget(String name, String controller) throws IOException {
        Path gadget = Files.createDirectories(board().gadgets().resolve(name));
        attribute(gadget, "UDC", controller);
    }

    /** Makes it a board of this model. */
    public FakeBoard model(String model, String... compatible) throws IOException {
        file("proc/device-tree/model", model + "\0");
        return file("proc/device-tree/compatible", String.join("\0", compatible));
    }

    /** Gives it a kernel with modules, none of them loaded. */
    public FakeBoard modules(String... names) throws IOException {
        StringBuilder index = new StringBuilder();
        for (String name : names) {
            index.append("kernel/drivers/usb/%s.ko.xz: kernel/drivers/usb/common.ko.xz%n".formatted(name));
        }
        file("proc/sys/kernel/osrelease", RELEASE);
        return file("lib/modules/%s/modules.dep".formatted(RELEASE), index.toString());
    }

    /** Loads a module. */
    public FakeBoard loaded(String module) throws IOException {
        Files.createDirectories(root.resolve("sys/module").resolve(module));
        return this;
    }

    /** Has the program run as root, with all capabilities. */
    public FakeBoard asRoot() throws IOException {
        return file("proc/self/status", "Name:\tjava\nUid:\t0\t0\t0\t0\nCapEff:\t000001ffffffffff");
    }

    /** Has the program run as root of a container, who may not mount, nor load modules. */
    public FakeBoard asRootOfAContainer() throws IOException {
        return file("proc/self/status", "Uid:\t0\t0\t0\t0\nCapEff:\t00000000a80425fb");
    }

    /** Has the program run as the user nobody. */
    public FakeBoard asNobody() throws IOException {
        return file("proc/self/status", "Uid:\t65534\t65534\t65534\t65534\nCapEff:\t0000000000000000");
    }

    private static void attribute(Path directory, String name, String value) throws IOException {
        Files.writeString(directory.resolve(name), value + "\n");
    }
}
