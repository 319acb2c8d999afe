package usbd4j.stack.linux;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** A TCP port of this machine that others connect to (tcp(7)). */
public final class TcpListener implements AutoCloseable {
    private static final int BACKLOG = 16;

    private final FileDescriptor socket;

    /**
     * Begins to listen.
     *
     * @param address the address and the port; port 0 for any that is free
     * @throws LinuxException if the port is in use, the address is not this machine's, or this user may not listen there
     */
    public TcpListener(InetSocketAddress address) {
        String what = "listen on " + TcpSocket.text(address);
        socket = TcpSocket.create(what, address);
        try {
            TcpSocket.set(socket, LibC.SOL_SOCKET, LibC.SO_REUSEADDR, 1);
            ByteBuffer bytes = SocketAddress.write(address);
            SystemCall.checked(what, () -> LibC.bind(socket.number(), bytes, bytes.remaining()));
            SystemCall.checked(what, () -> LibC.listen(socket.number(), BACKLOG));
        } catch (LinuxException e) {
            socket.close();
            throw e;
        }
    }

    /** {@return the socket, which is readable when somebody has connected} */
    public FileDescriptor socket() {
        return socket;
    }

    /** {@return the address, with the port that the kernel chose if that was left to it} */
    public InetSocketAddress address() {
        ByteBuffer address = ByteBuffer.allocateDirect(SocketAddress.LONGEST);
        ByteBuffer length = length();
        SystemCall.checked("read the address of a socket", () -> LibC.getsockname(socket.number(), address, length));
        return SocketAddress.read(address);
    }

    private static ByteBuffer length() {
        return ByteBuffer.allocateDirect(Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .putInt(0, SocketAddress.LONGEST);
    }

    /**
     * {@return the next that has connected; empty if nobody has, or is gone again}
     *
     * @throws LinuxException if there is no file descriptor or no memory for it
     */
    public Optional<TcpSocket> accept() {
        ByteBuffer peer = ByteBuffer.allocateDirect(SocketAddress.LONGEST);
        ByteBuffer length = length();
        int flags = LibC.SOCK_CLOEXEC | LibC.SOCK_NONBLOCK;
        int result = SystemCall.result(LibC.accept4(socket.number(), peer, length, flags));
        if (result >= 0) {
            return Optional.of(TcpSocket.of(new FileDescriptor(result), SocketAddress.read(peer)));
        }
        if (result == -Errno.EMFILE.number() || result == -Errno.ENFILE.number() || result == -Errno.ENOMEM.number()) {
            throw new LinuxException("cannot accept a connection", -result);
        }
        // Errors of the connection itself are passed on as well (accept(2)).
        return Optional.empty();
    }

    @Override
    public void close() {
        socket.close();
    }
}
