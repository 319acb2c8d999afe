package usbd4j.gadget;

import java.nio.file.Path;

/**
 * The folders of a board that this program uses.
 *
 * @param controllers the folder of sysfs that has a folder for each USB device controller
 * @param configfs where configfs is mounted, or will be
 * @param mounts the folder in which this program mounts FunctionFS
 */
public record Board(Path controllers, Path configfs, Path mounts) {
    /** {@return the folders of every Linux board} */
    public static Board linux() {
        return new Board(Path.of("/sys/class/udc"), Path.of("/sys/kernel/config"), Path.of("/run/usbd4j"));
    }

    /** {@return the folder of configfs that has a folder for each gadget} */
    public Path gadgets() {
        return configfs.resolve("usb_gadget");
    }
}
