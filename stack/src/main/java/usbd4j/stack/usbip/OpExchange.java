package usbd4j.stack.usbip;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import usbd4j.stack.descriptor.InterfaceDescriptor;
import usbd4j.stack.linux.LinuxException;
import usbd4j.stack.linux.TcpSocket;

/**
 * What a server does for a client that has connected: it shows its devices, or gives one to the client.
 *
 * @param client the connection, which is closed unless it becomes the device's
 * @param imports the device
 * @param patience how long the client may take
 */
record OpExchange(TcpSocket client, Imports imports, Duration patience) implements Runnable {
    private static final Logger LOG = System.getLogger(OpExchange.class.getName());

    /** bInterfaceClass, bInterfaceSubClass, bInterfaceProtocol, and nothing. */
    private static final int INTERFACE_LENGTH = 4;

    @Override
    public void run() {
        boolean isImported = false;
        try {
            isImported = serve(new OpConnection(client, patience));
        } catch (ProtocolException e) {
            LOG.log(
                    Level.WARNING,
                    "client {0} sent what is not USB/IP ({1}), and is disconnected",
                    client,
                    e.getMessage());
        } catch (LinuxException e) {
            LOG.log(Level.WARNING, "{0}", e.getMessage());
        } finally {
            if (!isImported) {
                imports.giveUp(client);
                client.close();
            }
        }
    }

    /** {@return whether the connection is the device's now} */
    private boolean serve(OpConnection connection) {
        OpHeader request = OpHeader.read(connection.read(OpHeader.LENGTH));
        if (request.version() != OpHeader.VERSION) {
            throw new ProtocolException("version 0x%04x".formatted(request.version()));
        }
        return switch (request.code()) {
            case OpHeader.REQ_DEVLIST -> list(connection);
            case OpHeader.REQ_IMPORT -> give(connection);
            default -> throw new ProtocolException("command 0x%04x".formatted(request.code()));
        };
    }

    private boolean list(OpConnection connection) {
        Optional<UsbIpBus> available = imports.available();
        List<InterfaceDescriptor> interfaces =
                available.map(UsbIpBus::interfaces).orElse(List.of());
        int length = OpHeader.LENGTH
                + Integer.BYTES
                + (available.isPresent() ? ExportedDevice.LENGTH : 0)
                + INTERFACE_LENGTH * interfaces.size();
        ByteBuffer answer = new OpHeader(OpHeader.REP_DEVLIST, OpStatus.OK).write(ByteBuffer.allocateDirect(length));
        answer.putInt(available.isPresent() ? 1 : 0);
        available.ifPresent(each -> each.device().write(answer));
        for (InterfaceDescriptor each : interfaces) {
            answer.put((byte) each.bInterfaceClass());
            answer.put((byte) each.bInterfaceSubClass());
            answer.put((byte) each.bInterfaceProtocol());
            answer.put((byte) 0);
        }
        connection.write(answer);
        LOG.log(Level.DEBUG, "client {0} has listed the devices", client);
        return false;
    }

    private boolean give(OpConnection connection) {
        String busId = FixedText.read(connection.read(ExportedDevice.BUS_ID_LENGTH), ExportedDevice.BUS_ID_LENGTH);
        Imports.Answer answer = imports.claim(client, busId);
        ByteBuffer bytes = ByteBuffer.allocateDirect(OpHeader.LENGTH + ExportedDevice.LENGTH);
        new OpHeader(OpHeader.REP_IMPORT, answer.status()).write(bytes);
        answer.device().ifPresent(each -> each.write(bytes));
        connection.write(bytes);
        boolean isImported = imports.handOver(client);
        if (isImported) {
            LOG.log(Level.INFO, "imported by client {0}", client);
        } else {
            logRefusal(busId, answer.status() == OpStatus.OK ? OpStatus.NODEV : answer.status());
        }
        return isImported;
    }

    private void logRefusal(String busId, OpStatus status) {
        // A client that waits for a device that is off the bus asks again and again.
        boolean isOffBus = status == OpStatus.NODEV && busId.equals(UsbIpServer.BUS_ID);
        LOG.log(
                isOffBus ? Level.DEBUG : Level.INFO,
                "client {0} may not import \"{1}\": {2}",
                client,
                printable(busId),
                status.meaning());
    }

    /** What a stranger has sent must not move the cursor of who reads the log. */
    private static String printable(String text) {
        return text.replaceAll("[^ -~]", "?");
    }
}
