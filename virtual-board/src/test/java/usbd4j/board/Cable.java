package usbd4j.board;

import java.nio.file.Path;
import usbd4j.gadget.Board;
import usbd4j.stack.usbip.VhciHost;
import usbd4j.stack.usbip.VhciPort;

/** The cable between the board and its host: the switches that the kernel has for it. */
final class Cable {
    private static final Path SWITCH = Path.of("/sys/class/udc/dummy_udc.0/soft_connect");

    private static final Path PORT = Path.of("/sys/bus/usb/devices/usb1/1-0:1.0/usb1-port1/disable");

    private static final VhciHost VHCI = new VhciHost(Board.linux().vhci());

    private Cable() {}

    /** For good: the kernel connects a dummy_udc that was disconnected by its switch, and then lets no request through to it. */
    static void unplug() {
        UsbHost.write(SWITCH, "disconnect");
    }

    /** Pulls the cable of the device at {@code vhci-hcd}. */
    static void unplugFromVhci() {
        VhciPort used =
                VHCI.ports().stream().filter(each -> !each.isFree()).findFirst().orElseThrow();
        UsbHost.write(VHCI.directory().resolve("detach"), Integer.toString(used.number()));
    }

    /** Pulls it at the host's end: the hub's own switch for the port. */
    static void pull() {
        UsbHost.write(PORT, "1");
    }

    /** Plugs it in again after {@link #pull}. */
    static void plugIn() {
        UsbHost.write(PORT, "0");
    }

    static void replug() {
        pull();
        plugIn();
    }
}
