package usbd4j.board;

import java.nio.file.Path;
import usbd4j.stack.usbip.VhciHost;
import usbd4j.stack.usbip.VhciPort;

/** The cable between the board and its host: the switches that the kernel has for it. */
final class Cable {
    private static final Path SWITCH = Path.of("/sys/class/udc/dummy_udc.0/soft_connect");

    private static final Path PORT = Path.of("/sys/bus/usb/devices/usb1/1-0:1.0/usb1-port1/disable");

    private static final VhciHost VHCI = new VhciHost(VhciHost.DIRECTORY);

    private Cable() {}

    static void unplug() {
        UsbHost.write(SWITCH, "disconnect");
    }

    /** Pulls the cable of the device at {@code vhci-hcd}. */
    static void unplugFromVhci() {
        VhciPort used =
                VHCI.ports().stream().filter(each -> !each.isFree()).findFirst().orElseThrow();
        UsbHost.write(VHCI.directory().resolve("detach"), Integer.toString(used.number()));
    }

    static void plug() {
        UsbHost.write(SWITCH, "connect");
    }

    /** Pulls it at the host's end, and plugs it in again: the hub's own switch for the port. */
    static void replug() {
        UsbHost.write(PORT, "1");
        UsbHost.write(PORT, "0");
    }
}
