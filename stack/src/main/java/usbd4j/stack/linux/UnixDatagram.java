package usbd4j.stack.linux;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import usbd4j.stack.UsbException;

/**
 * Where datagrams go: a socket of another process on this machine (unix(7)). Java has only stream sockets of this kind.
 *
 * @param address the socket's path, or its name in the abstract namespace behind a {@code @}
 */
public record UnixDatagram(String address) {
    private static final int SUN_PATH_LENGTH = 108;
    private static final char ABSTRACT = '@';

    /**
     * Checks the address.
     *
     * @throws UsbException if it is neither a path nor a name, or too long for {@code struct sockaddr_un}
     */
    public UnixDatagram {
        boolean isAddress = address.startsWith("/") || (address.length() > 1 && address.charAt(0) == ABSTRACT);
        if (!isAddress || address.getBytes(UTF_8).length >= SUN_PATH_LENGTH) {
            throw new UsbException("\"%s\" is not a socket: write a path, or a name after @, of less than %d bytes"
                    .formatted(address, SUN_PATH_LENGTH));
        }
    }

    /**
     * Sends a datagram. Waits while the receiver's queue is full.
     *
     * @param message its text
     * @throws LinuxException if there is no receiver, or this user may not send to it
     */
    public void send(String message) {
        ByteBuffer data = direct(message.getBytes(UTF_8));
        ByteBuffer to = socketAddress();
        try (FileDescriptor socket = new FileDescriptor(SystemCall.checked(
                "make a socket", () -> LibC.socket(LibC.AF_UNIX, LibC.SOCK_DGRAM | LibC.SOCK_CLOEXEC, 0)))) {
            SystemCall.checked(
                    "send to " + address,
                    () -> LibC.sendto(socket.number(), data, data.limit(), LibC.MSG_NOSIGNAL, to, to.limit()));
        }
    }

    /** {@return {@code struct sockaddr_un}: a path ends with a NUL, a name begins with one, and its length ends it} */
    ByteBuffer socketAddress() {
        byte[] path = address.getBytes(UTF_8);
        boolean isAbstract = address.charAt(0) == ABSTRACT;
        if (isAbstract) {
            path[0] = 0;
        }
        ByteBuffer to = ByteBuffer.allocateDirect(Short.BYTES + path.length + (isAbstract ? 0 : 1))
                .order(ByteOrder.nativeOrder());
        return to.putShort((short) LibC.AF_UNIX).put(path).rewind();
    }

    private static ByteBuffer direct(byte[] bytes) {
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }
}
