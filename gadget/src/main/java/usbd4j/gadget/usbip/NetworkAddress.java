package usbd4j.gadget.usbip;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.stack.usbip.UsbIpServer;

/**
 * An address and a port.
 *
 * @param host a name, or an IP address
 * @param port 0 to 65535
 */
public record NetworkAddress(String host, int port) {
    private static final int LAST_PORT = 65_535;

    /** This machine alone. */
    public static final NetworkAddress LOOPBACK = new NetworkAddress("127.0.0.1", UsbIpServer.PORT);

    /**
     * {@return what a text says}
     *
     * @param text {@code HOST}, {@code HOST:PORT}, or {@code [HOST]:PORT} with an IPv6 address; the port is 3240 if not given
     * @throws IllegalArgumentException if it is something else
     */
    public static NetworkAddress of(String text) {
        int bracket = text.startsWith("[") ? text.indexOf(']') : -1;
        int colon = text.indexOf(':', bracket + 1);
        String host = bracket > 0 ? text.substring(1, bracket) : colon < 0 ? text : text.substring(0, colon);
        String rest = text.substring(bracket > 0 ? bracket + 1 : host.length());
        if (host.isEmpty() || !(rest.isEmpty() || rest.matches(":\\d{1,5}"))) {
            throw new IllegalArgumentException(
                    "\"%s\" is not an address: write HOST, HOST:PORT, or [ADDRESS]:PORT for IPv6".formatted(text));
        }
        return new NetworkAddress(host, rest.isEmpty() ? UsbIpServer.PORT : port(rest.substring(1)));
    }

    private static int port(String text) {
        int port = Integer.parseInt(text);
        if (port > LAST_PORT) {
            throw new IllegalArgumentException("%s is not a port: there are 0 to %d".formatted(text, LAST_PORT));
        }
        return port;
    }

    /**
     * {@return the IP address and the port}
     *
     * @param status how the program ends if the name is unknown
     * @throws GadgetException if the name is unknown
     */
    InetSocketAddress resolve(ExitStatus status) {
        try {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException e) {
            throw new GadgetException(status, "there is no machine \"%s\": its name has no address".formatted(host), e);
        }
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[%s]:%d" : "%s:%d").formatted(host, port);
    }
}
