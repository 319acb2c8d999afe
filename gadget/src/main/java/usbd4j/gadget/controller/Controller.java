package usbd4j.gadget.controller;

import java.nio.file.Path;

/**
 * A USB device controller.
 *
 * @param directory its directory in sysfs
 * @param state what the host has done with it, such as "configured"
 * @param speed the speed of the bus now, such as "high-speed"; "UNKNOWN" while there is no host
 * @param maximumSpeed the fastest it can do
 * @param driver the name of the driver that holds it; empty if it is free
 */
public record Controller(Path directory, String state, String speed, String maximumSpeed, String driver) {
    /** {@return its name, as the kernel and {@code --udc} have it} */
    public String name() {
        return directory.getFileName().toString();
    }
}
