package usbd4j.stack.usbip;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.linux.TcpSocket;

/** A device that a server exports, if it is on the bus, and the one client that has it. May be used on any thread. */
final class Imports {
    private static final Logger LOG = System.getLogger(Imports.class.getName());

    private final int port;
    private @Nullable UsbIpBus exported;
    private @Nullable TcpSocket holder;

    /**
     * What a client is answered.
     *
     * @param status whether it has the device now
     * @param device the device that it has
     */
    record Answer(OpStatus status, Optional<ExportedDevice> device) {
        static Answer no(OpStatus status) {
            return new Answer(status, Optional.empty());
        }
    }

    /**
     * Begins with no device on the bus.
     *
     * @param port the port of the bus that it comes to, from 1
     */
    Imports(int port) {
        this.port = port;
    }

    int port() {
        return port;
    }

    /** {@return the name by which clients import the device} */
    String busId() {
        return "1-" + port;
    }

    synchronized void export(UsbIpBus bus) {
        exported = bus;
        holder = null;
    }

    synchronized void withdraw(UsbIpBus bus) {
        if (exported == bus) {
            exported = null;
            holder = null;
        }
    }

    /** Called when a client that had the device is gone. */
    synchronized void release(UsbIpBus bus) {
        if (exported == bus) {
            holder = null;
        }
    }

    /** {@return the device, if a client may import it} */
    synchronized Optional<UsbIpBus> available() {
        return holder == null ? Optional.ofNullable(exported) : Optional.empty();
    }

    /** Keeps the device for a client that asks for it. */
    synchronized Answer claim(TcpSocket client) {
        if (exported == null) {
            return Answer.no(OpStatus.NODEV);
        }
        if (holder != null) {
            return Answer.no(OpStatus.DEV_BUSY);
        }
        holder = client;
        return new Answer(OpStatus.OK, Optional.of(exported.device()));
    }

    /**
     * Connects a client that has been answered.
     *
     * @return whether the device is still there for it
     */
    synchronized boolean handOver(TcpSocket client) {
        UsbIpBus bus = exported;
        if (bus == null || !client.equals(holder)) {
            return false;
        }
        // Before the device answers its first request, which is logged as well.
        LOG.log(Level.INFO, "imported by client {0}, device {1}", client, busId());
        bus.connect(client.file());
        return true;
    }

    /** Called when a client is gone before it was connected. */
    synchronized void giveUp(TcpSocket client) {
        if (client.equals(holder)) {
            holder = null;
        }
    }
}
