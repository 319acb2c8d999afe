package usbd4j.gadget.controller;

import java.nio.file.Path;

/**
 * A USB device controller.
 *
 * @param directory its directory in sysfs
 * @param state the device state, such as "configured"
 * @param speed the current speed of the bus, such as "high-speed"; "UNKNOWN" without a host
 * @param maximumSpeed the highest speed that it supports
 * @param driver the name of the driver that holds it; empty if it is free
 */
public record Controller(Path directory, String state, String speed, String maximumSpeed, String driver) {
    /** {@return its name, as used by the kernel and {@code --udc}} */
    public String name() {
        return directory.getFileName().toString();
    }
}
