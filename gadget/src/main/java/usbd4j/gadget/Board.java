package usbd4j.gadget;

import java.nio.file.Path;

/**
 * The folders of a board that this program uses.
 *
 * @param root where the board's files begin: {@code /}, or a folder of a test
 */
public record Board(Path root) {
    /** {@return the folders of every Linux board} */
    public static Board linux() {
        return new Board(Path.of("/"));
    }

    /** {@return the folder of sysfs that has a folder for each USB device controller} */
    public Path controllers() {
        return root.resolve("sys/class/udc");
    }

    /** {@return where configfs is mounted, or will be} */
    public Path configfs() {
        return root.resolve("sys/kernel/config");
    }

    /** {@return the folder of configfs that has a folder for each gadget} */
    public Path gadgets() {
        return configfs().resolve("usb_gadget");
    }

    /** {@return the folder in which this program mounts FunctionFS} */
    public Path mounts() {
        return root.resolve("run/usbd4j");
    }

    /** {@return the host controller for devices over USB/IP in sysfs, if its module is loaded} */
    public Path vhci() {
        return root.resolve("sys/devices/platform/vhci_hcd.0");
    }

    /** {@return the folder of sysfs that has a folder for each device that is plugged in here, and for each of its interfaces} */
    public Path pluggedDevices() {
        return root.resolve("sys/bus/usb/devices");
    }

    /** {@return the folder that has a folder for each USB bus of this host, with a file of usbfs for each device} */
    public Path usbFiles() {
        return root.resolve("dev/bus/usb");
    }

    /** {@return the device tree that the boot loader gave to the kernel; PCs have none} */
    public Path deviceTree() {
        return root.resolve("proc/device-tree");
    }
}
