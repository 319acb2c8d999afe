package usbd4j.stack.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The two ends of a connection within this machine (socketpair(2), AF_UNIX, SOCK_STREAM).
 *
 * @param first one end
 * @param second the other
 */
public record SocketPair(FileDescriptor first, FileDescriptor second) {
    /** Creates a connection. */
    public SocketPair() {
        this(made());
    }

    private SocketPair(ByteBuffer pair) {
        this(new FileDescriptor(pair.getInt(0)), new FileDescriptor(pair.getInt(Integer.BYTES)));
    }

    private static ByteBuffer made() {
        ByteBuffer pair = ByteBuffer.allocateDirect(2 * Integer.BYTES).order(ByteOrder.nativeOrder());
        SystemCall.checked(
                "make a pair of sockets",
                () -> LibC.socketpair(LibC.AF_UNIX, LibC.SOCK_STREAM | LibC.SOCK_CLOEXEC, 0, pair));
        return pair;
    }
}
