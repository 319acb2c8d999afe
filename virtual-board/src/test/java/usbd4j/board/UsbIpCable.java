package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Native;
import java.nio.file.Path;

/**
 * Connects the controller {@code usbip-vudc} to the board's own host: USB/IP through a pair of sockets. This controller has 15
 * endpoints each way, and they are taken in the order of their numbers, as on most boards.
 */
final class UsbIpCable {
    /** The controller's name. */
    static final String CONTROLLER = "usbip-vudc.0";

    private static final Path DEVICE = Path.of("/sys/devices/platform/usbip-vudc.0/usbip_sockfd");
    private static final Path HOST = Path.of("/sys/devices/platform/vhci_hcd.0/attach");
    private static final Tool DONE = new Tool(0, "");
    private static final int AF_UNIX = 1;
    private static final int SOCK_STREAM = 1;

    static {
        Native.register(UsbIpCable.class, "c");
    }

    private UsbIpCable() {}

    private static native int socketpair(int domain, int type, int protocol, int[] ends);

    private static native int close(int fd);

    /**
     * Loads the controller and its host anew. The controller keeps an answer that was on its way when its device left, and gives it
     * to the next host, which takes that for an error and ends the connection.
     */
    static void prepare() {
        remove();
        assertThat(Tool.run("modprobe", "-a", "usbip-vudc", "vhci-hcd")).isEqualTo(DONE);
    }

    /** Unloads them, so that the board has one controller again. */
    static void remove() {
        assertThat(Tool.run("modprobe", "-r", "usbip-vudc", "vhci-hcd")).isEqualTo(DONE);
    }

    /** Plugs a bound device in. It is unplugged when it is unbound. */
    static void plugIn() {
        int[] ends = new int[2];
        assertThat(socketpair(AF_UNIX, SOCK_STREAM, 0, ends)).isZero();
        UsbHost.write(DEVICE, Integer.toString(ends[0]));
        // Port 0, any number for the device, high speed.
        UsbHost.write(HOST, "0 %d 65538 3".formatted(ends[1]));
        // The kernel has its own references.
        close(ends[0]);
        close(ends[1]);
    }
}
