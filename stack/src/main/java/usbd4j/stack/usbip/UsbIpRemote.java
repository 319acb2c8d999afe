package usbd4j.stack.usbip;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import usbd4j.stack.linux.TcpSocket;
import usbd4j.stack.usbip.RemoteException.Reason;

/**
 * A server of USB/IP, as a client sees it.
 *
 * @param address where it listens
 */
public record UsbIpRemote(InetSocketAddress address) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_DEVICES = 1024;
    private static final int INTERFACE_LENGTH = 4;

    /**
     * {@return its devices that no client has}
     *
     * @throws usbd4j.stack.linux.LinuxException if it cannot be reached
     * @throws RemoteException if it does not answer, or not in this version of USB/IP
     */
    public List<ExportedDevice> devices() {
        try (TcpSocket socket = TcpSocket.connect(address, PATIENCE)) {
            return ask(socket, connection -> {
                connection.write(request(OpHeader.REQ_DEVLIST, ByteBuffer.allocateDirect(OpHeader.LENGTH)));
                require(OpHeader.REP_DEVLIST, connection, "a list of devices");
                int count = connection.read(Integer.BYTES).getInt();
                if (count < 0 || count > MOST_DEVICES) {
                    throw new ProtocolException(count + " devices");
                }
                List<ExportedDevice> devices = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    ExportedDevice each = ExportedDevice.read(connection.read(ExportedDevice.LENGTH));
                    connection.read(INTERFACE_LENGTH * each.bNumInterfaces());
                    devices.add(each);
                }
                return devices;
            });
        }
    }

    /**
     * Imports a device.
     *
     * @param busId its name there
     * @return the device; who has it closes its socket
     * @throws usbd4j.stack.linux.LinuxException if the server cannot be reached
     * @throws RemoteException if it does not give the device, does not answer, or not in this version of USB/IP
     */
    public ImportedDevice importDevice(String busId) {
        TcpSocket socket = TcpSocket.connect(address, PATIENCE);
        try {
            return ask(socket, connection -> {
                ByteBuffer request = request(
                        OpHeader.REQ_IMPORT, ByteBuffer.allocateDirect(OpHeader.LENGTH + ExportedDevice.BUS_ID_LENGTH));
                FixedText.write(request, ExportedDevice.BUS_ID_LENGTH, busId);
                connection.write(request);
                require(OpHeader.REP_IMPORT, connection, "device " + busId);
                return new ImportedDevice(socket, ExportedDevice.read(connection.read(ExportedDevice.LENGTH)));
            });
        } catch (RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private <T> T ask(TcpSocket socket, Function<OpConnection, T> question) {
        try {
            return question.apply(new OpConnection(socket, PATIENCE));
        } catch (ProtocolException e) {
            throw new RemoteException(
                    "%s does not answer as USB/IP (%s)".formatted(this, e.getMessage()), Reason.PASSING);
        }
    }

    private static ByteBuffer request(int code, ByteBuffer bytes) {
        return new OpHeader(code, OpStatus.OK).write(bytes);
    }

    private void require(int code, OpConnection connection, String what) {
        OpHeader answer = OpHeader.read(connection.read(OpHeader.LENGTH));
        if (answer.code() != code) {
            throw new RemoteException(
                    "%s does not speak USB/IP (it answers 0x%04x%04x)".formatted(this, answer.version(), answer.code()),
                    Reason.LASTING);
        }
        if (answer.version() != OpHeader.VERSION) {
            throw new RemoteException(
                    "%s speaks version 0x%04x of USB/IP, and this program 0x%04x"
                            .formatted(this, answer.version(), OpHeader.VERSION),
                    Reason.LASTING);
        }
        OpStatus status = OpStatus.of(answer.status());
        if (status != OpStatus.OK) {
            throw new RemoteException(
                    "%s does not give %s: %s".formatted(this, what, status.meaning()),
                    status == OpStatus.NODEV ? Reason.ABSENT : Reason.PASSING);
        }
    }

    /** {@return its address, such as "127.0.0.1:3240"} */
    @Override
    public String toString() {
        return TcpSocket.text(address);
    }
}
