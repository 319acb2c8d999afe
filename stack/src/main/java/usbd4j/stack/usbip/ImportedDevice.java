package usbd4j.stack.usbip;

import usbd4j.stack.linux.TcpSocket;

/**
 * A device of another machine.
 *
 * @param socket the connection to it, which is the device's from now on
 * @param device what its server tells of it
 */
@SuppressWarnings("exports") // For the host controller of this package, which knows the system calls as well.
public record ImportedDevice(TcpSocket socket, ExportedDevice device) {}
