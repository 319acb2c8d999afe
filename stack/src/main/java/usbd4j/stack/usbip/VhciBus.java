package usbd4j.stack.usbip;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.linux.SocketPair;

/**
 * The bus of this machine itself: a device on {@code vhci-hcd}, the kernel's host controller for devices over USB/IP. No device
 * controller is needed, and no network.
 *
 * <p>The host controller does not report that the bus is suspended, and has no isochronous transfers. A bus reset is told by what
 * the host reads after it.
 */
public final class VhciBus extends UrbBus {
    private final VhciHost host;
    private volatile @Nullable VhciPort port;
    private Optional<VhciDevice> left = Optional.empty();

    /**
     * Creates a bus to which {@link #attach} will connect this machine.
     *
     * @param host the host controller
     * @param speed the speed at which it shall see the device
     */
    public VhciBus(VhciHost host, Speed speed) {
        super(speed);
        this.host = host;
    }

    /**
     * Plugs the device into a free port. May be called on any thread.
     *
     * @return what Linux calls the device there, such as 3-1
     * @throws usbd4j.stack.UsbException if no port of that speed is free, or the user may not use them
     */
    public String attach() {
        SocketPair sockets = new SocketPair();
        VhciPort used;
        try {
            used = host.attach(sockets.first(), speed());
            port = used;
        } catch (RuntimeException e) {
            sockets.second().close();
            throw e;
        } finally {
            // The kernel has its own reference to it.
            sockets.first().close();
        }
        connect(sockets.second());
        return host.path(used);
    }

    /** Unplugs the device until {@link #attach}. Called on the device thread; the classes are told in the next {@link #await}. */
    public void detach() {
        disconnect();
    }

    @Override
    protected void disconnected() {
        VhciPort used = port;
        left = used == null ? Optional.empty() : host.device(used);
    }

    /** Unplugs the device, and waits until this machine has forgotten it. */
    @Override
    public void close() {
        super.close();
        left.ifPresent(VhciDevice::awaitForgotten);
    }
}
