package usbd4j.gadget.usbip;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.vhci.OwnHost;
import usbd4j.stack.UsbException;
import usbd4j.stack.linux.LinuxException;
import usbd4j.stack.linux.Poll;
import usbd4j.stack.linux.TcpSocket;
import usbd4j.stack.linux.WakeUp;
import usbd4j.stack.usbip.ExportedDevice;
import usbd4j.stack.usbip.ImportedDevice;
import usbd4j.stack.usbip.RemoteException;
import usbd4j.stack.usbip.UsbIpRemote;
import usbd4j.stack.usbip.VhciHost;

/** A cable to a device of another machine: each time that the device comes onto the bus, it is attached to this machine. */
public final class Attachment implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Attachment.class.getName());

    /** A device that changes its mode is away for a second or two, and hosts wait for it. */
    private static final Duration SOON = Duration.ofMillis(100);

    private static final int SOON_TIMES = 100;
    private static final Duration LATER = Duration.ofSeconds(1);

    private final NetworkAddress server;
    private final Optional<String> wanted;
    private final VhciHost host;
    private final WakeUp wakeUp = new WakeUp();
    private final Poll poll = new Poll(wakeUp);
    private volatile boolean isStopped;

    /**
     * Prepares to attach.
     *
     * @param server where the device is
     * @param busId the device's name there; empty for the only one
     * @param host this machine's host controller
     */
    public Attachment(NetworkAddress server, Optional<String> busId, VhciHost host) {
        this.server = server;
        this.wanted = busId;
        this.host = host;
    }

    /**
     * Attaches the device, again and again, until {@link #stop}.
     *
     * @throws GadgetException if the device cannot be attached the first time
     * @throws UsbException if it cannot be attached any more
     */
    public void run() {
        Optional<ImportedDevice> device = Optional.of(first());
        while (device.isPresent()) {
            attach(device.get());
            device = again(device.get().device().busId());
        }
    }

    private ImportedDevice first() {
        UsbIpRemote remote = remote();
        try {
            return remote.importDevice(wanted.orElseGet(() -> only(remote.devices())));
        } catch (LinuxException | RemoteException e) {
            throw new GadgetException(ExitStatus.NO_REMOTE_DEVICE, String.valueOf(e.getMessage()), e);
        }
    }

    private UsbIpRemote remote() {
        return new UsbIpRemote(server.resolve(ExitStatus.NO_REMOTE_DEVICE));
    }

    private String only(List<ExportedDevice> devices) {
        if (devices.isEmpty()) {
            throw new GadgetException(
                    ExitStatus.NO_REMOTE_DEVICE,
                    "%s has no device to give: it is off its bus, or another client has it".formatted(server));
        }
        if (devices.size() > 1) {
            List<String> ids = devices.stream().map(ExportedDevice::busId).toList();
            throw new GadgetException(
                    ExitStatus.USAGE,
                    "%s has several devices: pass --busid with one of %s".formatted(server, String.join(", ", ids)));
        }
        return devices.get(0).busId();
    }

    /** Returns when the device is detached. */
    private void attach(ImportedDevice imported) {
        ExportedDevice device = imported.device();
        try (TcpSocket socket = imported.socket()) {
            int port = plugIn(imported);
            LOG.log(
                    Level.INFO,
                    "attached {0}, device {1} of {2}, to port {3} of vhci_hcd",
                    device.vendorAndProduct(),
                    device.busId(),
                    server,
                    Integer.toString(port));
            awaitLoss(socket);
            LOG.log(
                    Level.INFO,
                    isStopped ? "detached {0} from port {1}" : "lost {0} at port {1}, and waits for it",
                    device.vendorAndProduct(),
                    Integer.toString(port));
        }
    }

    private int plugIn(ImportedDevice imported) {
        try {
            return host.attach(imported);
        } catch (LinuxException e) {
            throw OwnHost.explained(host, e);
        }
    }

    /** The kernel ends the connection when the server does, and unplugs the device when the connection is ended here. */
    private void awaitLoss(TcpSocket socket) {
        poll.watchForHangUp(socket.file());
        boolean isLost = false;
        while (!isLost && !isStopped) {
            poll.await(Optional.empty());
            isLost = poll.isHungUp() || poll.isReadable();
        }
        poll.watchNoFile();
        socket.shutDown();
    }

    /** {@return the device, as soon as it can be had; empty if the run is to end} */
    private Optional<ImportedDevice> again(String busId) {
        String said = "";
        for (int attempt = 0; !isStopped; attempt++) {
            try {
                return Optional.of(remote().importDevice(busId));
            } catch (LinuxException | GadgetException | RemoteException e) {
                if (!isOffBus(e)) {
                    said = say(e, said);
                }
            }
            poll.await(Optional.of(attempt < SOON_TIMES ? SOON : LATER));
        }
        return Optional.empty();
    }

    private static boolean isOffBus(UsbException failure) {
        return failure instanceof RemoteException remote && remote.reason() == RemoteException.Reason.ABSENT;
    }

    /** {@return what has been said already} */
    private static String say(UsbException failure, String said) {
        String why = String.valueOf(failure.getMessage());
        if (failure instanceof RemoteException remote && remote.reason() == RemoteException.Reason.LASTING) {
            throw new GadgetException(ExitStatus.NO_REMOTE_DEVICE, why, failure);
        }
        if (!why.equals(said)) {
            LOG.log(Level.WARNING, "{0}; asks again until it is there", why);
        }
        return why;
    }

    /** Ends {@link #run}. May be called on any thread. */
    public void stop() {
        isStopped = true;
        wakeUp.signal();
    }

    @Override
    public void close() {
        poll.close();
        wakeUp.close();
    }
}
