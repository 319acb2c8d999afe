package usbd4j.gadget.controller;

import java.nio.file.Path;
import java.util.Arrays;
import usbd4j.stack.descriptor.Speed;

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
    /**
     * {@return whether it supports a speed; so does one that does not tell what it supports}
     *
     * @param asked the speed
     */
    public boolean supports(Speed asked) {
        return Arrays.stream(Speed.values())
                .filter(each -> maximumSpeed.startsWith(each.toString()))
                .allMatch(fastest -> asked.compareTo(fastest) <= 0);
    }

    /** {@return its name, as used by the kernel and {@code --udc}} */
    public String name() {
        return directory.getFileName().toString();
    }
}
