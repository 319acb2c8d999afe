package usbd4j.stack.usbip;

import java.util.List;
import usbd4j.stack.descriptor.Speed;

/**
 * A port of {@code vhci-hcd}.
 *
 * @param number its number, from 0
 * @param isSuperSpeed whether it is for devices of USB 3, or else for those of USB 2
 * @param isFree whether nothing is plugged in
 */
public record VhciPort(int number, boolean isSuperSpeed, boolean isFree) {
    /** {@code VDEV_ST_NULL} of the kernel's usbip_common.h. */
    private static final int FREE = 4;

    private static final String USB_3 = "ss";

    /**
     * {@return the ports of one status file}
     *
     * @param lines a heading, and for each port the kind of hub, the number, the status, and what is plugged in
     */
    static List<VhciPort> read(List<String> lines) {
        return lines.stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(VhciPort::of)
                .toList();
    }

    private static VhciPort of(String line) {
        String[] columns = line.strip().split("\\s+", 4);
        return new VhciPort(
                Integer.parseInt(columns[1]), columns[0].equals(USB_3), Integer.parseInt(columns[2]) == FREE);
    }

    /** {@return whether a device of that speed can be plugged in} */
    public boolean takes(Speed speed) {
        return isSuperSpeed == (speed == Speed.SUPER);
    }

    /** {@return a speed as in the kernel's enum usb_device_speed} */
    static int code(Speed speed) {
        return switch (speed) {
            case FULL -> 2;
            case HIGH -> 3;
            case SUPER -> 5;
        };
    }
}
