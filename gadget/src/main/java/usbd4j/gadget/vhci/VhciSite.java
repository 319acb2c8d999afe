package usbd4j.gadget.vhci;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import usbd4j.gadget.Board;
import usbd4j.gadget.Persona;
import usbd4j.gadget.Site;
import usbd4j.gadget.kernel.KernelSupport;
import usbd4j.stack.UsbBus;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.linux.LinuxException;
import usbd4j.stack.usbip.VhciBus;
import usbd4j.stack.usbip.VhciHost;

/** This machine's own USB. The kernel unplugs a device whose process has ended, so nothing is ever left behind. */
public final class VhciSite implements Site {
    private final Persona persona;
    private final VhciHost host;
    private final Speed speed;
    private @Nullable VhciBus bus;

    private VhciSite(Persona persona, VhciHost host, Speed speed) {
        this.persona = persona;
        this.host = host;
        this.speed = speed;
    }

    /**
     * {@return a place to plug a device in}
     *
     * @param board the paths of the board
     * @param persona the device as the host sees it
     * @param speed the speed at which it sees it
     * @throws usbd4j.gadget.GadgetException if the kernel has no {@code vhci-hcd}
     */
    public static VhciSite make(Board board, Persona persona, Speed speed) {
        return new VhciSite(persona, OwnHost.of(board), speed);
    }

    @Override
    public UsbBus bus() {
        bus = new VhciBus(host, speed);
        return bus;
    }

    @Override
    public Optional<Path> controller() {
        return Optional.empty();
    }

    @Override
    public void show() {
        try {
            String path = requireNonNull(bus).attach();
            Site.logShown(persona.vendorAndProduct(), "%s, path %s".formatted(KernelSupport.VHCI, path));
        } catch (LinuxException e) {
            throw OwnHost.explained(host, e);
        }
    }

    @Override
    public void hide() {
        requireNonNull(bus).detach();
    }

    @Override
    public void close() {
        // The bus has unplugged the device.
    }
}
