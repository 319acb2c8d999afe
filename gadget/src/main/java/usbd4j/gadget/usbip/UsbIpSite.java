package usbd4j.gadget.usbip;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import usbd4j.gadget.Persona;
import usbd4j.gadget.Site;
import usbd4j.stack.UsbBus;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.linux.TcpSocket;
import usbd4j.stack.usbip.UsbIpBus;
import usbd4j.stack.usbip.UsbIpServer;

/** The machine of the client that imports the device. Its kernel unplugs the device when the connection ends. */
final class UsbIpSite implements Site {
    private final Persona persona;
    private final UsbIpServer server;
    private final int port;
    private final Speed speed;
    private @Nullable UsbIpBus bus;

    UsbIpSite(Persona persona, UsbIpServer server, int port, Speed speed) {
        this.persona = persona;
        this.server = server;
        this.port = port;
        this.speed = speed;
    }

    @Override
    public UsbBus bus() {
        bus = new UsbIpBus(server, port, speed);
        return bus;
    }

    @Override
    public Optional<Path> controller() {
        return Optional.empty();
    }

    @Override
    public void show() {
        requireNonNull(bus).attach();
        Site.logShown(
                persona.vendorAndProduct(),
                "%s, bus id %s"
                        .formatted(
                                TcpSocket.text(server.address()),
                                requireNonNull(bus).busId()));
    }

    @Override
    public void hide() {
        requireNonNull(bus).detach();
    }

    @Override
    public void close() {
        // The bus has disconnected the client.
    }
}
