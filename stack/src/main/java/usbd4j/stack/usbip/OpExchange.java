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
 * @param exports the devices
 * @param patience how long the client may take
 */
record OpExchange(TcpSocket client, Exports exports, Duration patience) implements Runnable {
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
        List<UsbIpBus> available = exports.available();
        int length = OpHeader.LENGTH
                + Integer.BYTES
                + available.stream().mapToInt(OpExchange::length).sum();
        ByteBuffer answer = new OpHeader(OpHeader.REP_DEVLIST, OpStatus.OK).write(ByteBuffer.allocateDirect(length));
        answer.putInt(available.size());
        available.forEach(each -> write(each, answer));
        connection.write(answer);
        LOG.log(Level.DEBUG, "client {0} has listed the devices", client);
        return false;
    }

    private static int length(UsbIpBus device) {
        return ExportedDevice.LENGTH + INTERFACE_LENGTH * device.interfaces().size();
    }

    private static void write(UsbIpBus device, ByteBuffer answer) {
        device.device().write(answer);
        for (InterfaceDescriptor each : device.interfaces()) {
            answer.put((byte) each.bInterfaceClass());
            answer.put((byte) each.bInterfaceSubClass());
            answer.put((byte) each.bInterfaceProtocol());
            answer.put((byte) 0);
        }
    }

    private boolean give(OpConnection connection) {
        String busId = FixedText.read(connection.read(ExportedDevice.BUS_ID_LENGTH), ExportedDevice.BUS_ID_LENGTH);
        Optional<Imports> device = exports.find(busId);
        boolean isImported = device.isPresent() && give(connection, device.get());
        if (device.isEmpty()) {
            answer(connection, Imports.Answer.no(OpStatus.NODEV));
            logRefusal(busId, OpStatus.NODEV, Level.INFO);
        }
        return isImported;
    }

    private boolean give(OpConnection connection, Imports device) {
        Imports.Answer answer = device.claim(client);
        boolean isImported = false;
        try {
            answer(connection, answer);
            isImported = device.handOver(client);
        } finally {
            if (!isImported) {
                device.giveUp(client);
            }
        }
        if (isImported) {
            return true;
        }
        if (answer.status() == OpStatus.DEV_BUSY) {
            logRefusal(device.busId(), OpStatus.DEV_BUSY, Level.INFO);
        } else {
            // A client that waits for a device that is off the bus asks again and again.
            logRefusal(device.busId(), OpStatus.NODEV, Level.DEBUG);
        }
        return false;
    }

    private static void answer(OpConnection connection, Imports.Answer answer) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(OpHeader.LENGTH + ExportedDevice.LENGTH);
        new OpHeader(OpHeader.REP_IMPORT, answer.status()).write(bytes);
        answer.device().ifPresent(each -> each.write(bytes));
        connection.write(bytes);
    }

    private void logRefusal(String busId, OpStatus status, Level level) {
        LOG.log(level, "client {0} may not import \"{1}\": {2}", client, printable(busId), status.meaning());
    }

    /** What a stranger has sent must not move the cursor of who reads the log. */
    private static String printable(String text) {
        return text.replaceAll("[^ -~]", "?");
    }
}
