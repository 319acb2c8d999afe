package usbd4j.stack.usbip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import usbd4j.stack.descriptor.Speed;

/**
 * A port of {@code vhci-hcd}.
 *
 * @param controller which of the kernel's controllers it is at, from 0
 * @param number its number among those of all controllers, from 0
 * @param isSuperSpeed whether it is for devices of USB 3, or else for those of USB 2
 * @param rootHubPort its number at its root hub, of which a controller has one of each kind, from 1
 * @param isFree whether nothing is plugged in
 */
public record VhciPort(int controller, int number, boolean isSuperSpeed, int rootHubPort, boolean isFree) {
    /** {@code VDEV_ST_NULL} of the kernel's usbip_common.h. */
    private static final int FREE = 4;

    private static final String USB_3 = "ss";

    private static final int SUPER = 5;

    /**
     * {@return the ports of one status file}
     *
     * @param controller the controller whose file it is
     * @param lines a heading, and for each port the kind of hub, the number, the status, and what is plugged in
     */
    static List<VhciPort> read(int controller, List<String> lines) {
        List<VhciPort> ports = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (!line.isBlank()) {
                String[] columns = line.strip().split("\\s+", 4);
                boolean isSuperSpeed = columns[0].equals(USB_3);
                int before = (int) ports.stream()
                        .filter(each -> each.isSuperSpeed == isSuperSpeed)
                        .count();
                boolean isFree = Integer.parseInt(columns[2]) == FREE;
                ports.add(new VhciPort(controller, Integer.parseInt(columns[1]), isSuperSpeed, before + 1, isFree));
            }
        }
        return ports;
    }

    /**
     * {@return whether a device of that speed can be plugged in}
     *
     * @param speed as in the kernel's enum usb_device_speed
     */
    boolean takes(int speed) {
        return isSuperSpeed == (speed >= SUPER);
    }

    /** {@return a speed as in the kernel's enum usb_device_speed} */
    static int code(Speed speed) {
        return switch (speed) {
            case FULL -> 2;
            case HIGH -> 3;
            case SUPER -> SUPER;
        };
    }

    /** {@return the name of a speed of the kernel's enum usb_device_speed} */
    static String speedInWords(int code) {
        return Arrays.stream(Speed.values())
                .filter(each -> code(each) == code)
                .findFirst()
                .map(Speed::toString)
                .orElse(code > SUPER ? "super-speed" : "low-speed");
    }
}
