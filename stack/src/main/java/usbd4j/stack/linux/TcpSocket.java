package usbd4j.stack.linux;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;

/**
 * One end of a TCP connection (tcp(7)). It does not block, sends at once what is written, and notices within half a minute that
 * the other machine is gone.
 *
 * @param file the socket
 * @param peer the other end's address
 */
public record TcpSocket(FileDescriptor file, InetSocketAddress peer) implements AutoCloseable {
    private static final int SECONDS_OF_SILENCE = 10;
    private static final int SECONDS_BETWEEN_PROBES = 5;
    private static final int PROBES = 3;
    private static final int MILLIS_WITHOUT_ACKNOWLEDGEMENT = 25_000;

    static TcpSocket of(FileDescriptor file, InetSocketAddress peer) {
        set(file, LibC.IPPROTO_TCP, LibC.TCP_NODELAY, 1);
        set(file, LibC.SOL_SOCKET, LibC.SO_KEEPALIVE, 1);
        set(file, LibC.IPPROTO_TCP, LibC.TCP_KEEPIDLE, SECONDS_OF_SILENCE);
        set(file, LibC.IPPROTO_TCP, LibC.TCP_KEEPINTVL, SECONDS_BETWEEN_PROBES);
        set(file, LibC.IPPROTO_TCP, LibC.TCP_KEEPCNT, PROBES);
        set(file, LibC.IPPROTO_TCP, LibC.TCP_USER_TIMEOUT, MILLIS_WITHOUT_ACKNOWLEDGEMENT);
        return new TcpSocket(file, peer);
    }

    static FileDescriptor create(String what, InetSocketAddress address) {
        int type = LibC.SOCK_STREAM | LibC.SOCK_CLOEXEC | LibC.SOCK_NONBLOCK;
        return new FileDescriptor(SystemCall.checked(what, () -> LibC.socket(SocketAddress.family(address), type, 0)));
    }

    /** Sets an option. A connection that is gone already fails later, where that is expected. */
    static void set(FileDescriptor file, int level, int name, int value) {
        ByteBuffer bytes = direct(value);
        SystemCall.result(LibC.setsockopt(file.number(), level, name, bytes, Integer.BYTES));
    }

    private static ByteBuffer direct(int value) {
        return ByteBuffer.allocateDirect(Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .putInt(0, value);
    }

    /**
     * Connects to another machine.
     *
     * @param address its address and port
     * @param patience how long it may take
     * @throws LinuxException if nobody listens there, or does not answer
     */
    public static TcpSocket connect(InetSocketAddress address, Duration patience) {
        String what = "connect to " + text(address);
        FileDescriptor file = create(what, address);
        ByteBuffer bytes = SocketAddress.write(address);
        int result = SystemCall.result(LibC.connect(file.number(), bytes, bytes.remaining()));
        int errno = result == -Errno.EINPROGRESS.number() ? outcome(file, patience) : -result;
        if (errno > 0) {
            file.close();
            throw new LinuxException("cannot " + what, errno);
        }
        return of(file, address);
    }

    /** {@return the error with which a connection ended that was begun; 0 if there is none} */
    private static int outcome(FileDescriptor file, Duration patience) {
        if (!new Readiness(file).awaitWritable(patience)) {
            return Errno.ETIMEDOUT.number();
        }
        ByteBuffer error = direct(0);
        SystemCall.checked(
                "read the state of a socket",
                () -> LibC.getsockopt(file.number(), LibC.SOL_SOCKET, LibC.SO_ERROR, error, direct(Integer.BYTES)));
        return error.getInt(0);
    }

    /** Ends the connection, whoever else has the same socket. */
    public void shutDown() {
        // One that is over already cannot be shut down.
        SystemCall.result(LibC.shutdown(file.number(), LibC.SHUT_RDWR));
    }

    /** {@return the other end's address, such as "127.0.0.1:3240"} */
    @Override
    public String toString() {
        return text(peer);
    }

    /**
     * {@return an address as people write it, such as "127.0.0.1:3240" or "[::1]:3240"}
     *
     * @param address with an IP address
     */
    public static String text(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[%s]:%d" : "%s:%d").formatted(host, address.getPort());
    }

    @Override
    public void close() {
        file.close();
    }
}
