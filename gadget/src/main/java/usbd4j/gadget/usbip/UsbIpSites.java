package usbd4j.gadget.usbip;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.Persona;
import usbd4j.gadget.Site;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.LinuxException;
import usbd4j.stack.usbip.UsbIpServer;

/**
 * Where devices are served to clients, each with its personas one after the other: the server stays from the first device on until the
 * last one has gone.
 */
public final class UsbIpSites implements AutoCloseable {
    private static final Logger LOG = System.getLogger(UsbIpSites.class.getName());

    private final NetworkAddress address;
    private final Speed speed;
    private @Nullable UsbIpServer server;
    private int devices;

    /**
     * Prepares to serve. Nothing is made yet.
     *
     * @param address where clients shall ask for the device
     * @param speed the speed at which their hosts see it
     * @param devices how many there are; each calls {@link #close} once
     */
    public UsbIpSites(NetworkAddress address, Speed speed, int devices) {
        this.devices = devices;
        this.address = address;
        this.speed = speed;
    }

    /**
     * {@return the site of a persona}
     *
     * @param persona what the host sees
     * @param port the device's number, from 1
     * @throws GadgetException if the program cannot listen at the address
     */
    public Site site(Persona persona, int port) {
        return new UsbIpSite(persona, open(), port, speed);
    }

    /**
     * {@return the server, which listens}
     *
     * @throws GadgetException if it cannot listen at the address
     */
    public synchronized UsbIpServer open() {
        UsbIpServer current = server == null ? listen() : server;
        server = current;
        return current;
    }

    private UsbIpServer listen() {
        InetSocketAddress resolved = address.resolve(ExitStatus.NO_ADDRESS);
        try {
            UsbIpServer listening = UsbIpServer.listen(resolved);
            if (!resolved.getAddress().isLoopbackAddress()) {
                LOG.log(
                        Level.WARNING,
                        "USB/IP has no protection: whoever reaches {0} can use the device, or read along",
                        address);
            }
            return listening;
        } catch (LinuxException e) {
            throw explained(e);
        }
    }

    private static RuntimeException explained(LinuxException e) {
        Errno errno = e.errno().orElse(Errno.EIO);
        Optional<String> advice = Optional.ofNullable(
                switch (errno) {
                    case EADDRINUSE ->
                        "end the program that has the port, such as usbipd, or pass another one: --bus usbip:ADDRESS:PORT";
                    case EADDRNOTAVAIL, EAFNOSUPPORT ->
                        "use an address of this machine, as \"ip address\" lists them, or 0.0.0.0 for all of them";
                    case EACCES -> "use a port from 1024 on, or sudo";
                    default -> null;
                });
        ExitStatus status = errno == Errno.EACCES ? ExitStatus.NO_PERMISSION : ExitStatus.NO_ADDRESS;
        return advice.<RuntimeException>map(
                        each -> new GadgetException(status, "%s; %s".formatted(e.getMessage(), each), e))
                .orElse(e);
    }

    @Override
    public synchronized void close() {
        devices--;
        if (devices == 0 && server != null) {
            server.close();
            server = null;
        }
    }
}
