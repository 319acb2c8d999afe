package usbd4j.gadget;

import java.nio.file.Path;

/**
 * Where a board keeps what this program needs.
 *
 * @param controllers the directory in sysfs with a directory for each USB device controller
 * @param configfs where configfs is mounted, or is to be
 * @param mounts the directory under which this program mounts FunctionFS
 */
public record Board(Path controllers, Path configfs, Path mounts) {
    /** {@return the places where every Linux board keeps them} */
    public static Board linux() {
        return new Board(Path.of("/sys/class/udc"), Path.of("/sys/kernel/config"), Path.of("/run/usbd4j"));
    }

    /** {@return the directory in configfs with a directory for each gadget} */
    public Path gadgets() {
        return configfs.resolve("usb_gadget");
    }
}
