package usbd4j.stack.linux;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** {@code struct sockaddr_in} and {@code struct sockaddr_in6}: the family is in the machine's byte order, the port is not. */
final class SocketAddress {
    /** Room for either. */
    static final int LONGEST = 28;

    private static final int LENGTH_4 = 16;
    private static final int PORT = 2;
    private static final int ADDRESS_4 = 4;
    private static final int ADDRESS_6 = 8;
    private static final int SCOPE = 24;
    private static final int BYTES_4 = 4;
    private static final int BYTES_6 = 16;

    private SocketAddress() {}

    static int family(InetSocketAddress address) {
        return address.getAddress() instanceof Inet6Address ? LibC.AF_INET6 : LibC.AF_INET;
    }

    /** {@return a direct buffer with the address from its position to its limit} */
    static ByteBuffer write(InetSocketAddress address) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(LONGEST).order(ByteOrder.nativeOrder());
        bytes.putShort(0, (short) family(address));
        bytes.put(PORT, (byte) (address.getPort() >> 8)).put(PORT + 1, (byte) address.getPort());
        if (address.getAddress() instanceof Inet6Address six) {
            bytes.putInt(SCOPE, six.getScopeId());
            return bytes.put(ADDRESS_6, six.getAddress());
        }
        return bytes.put(ADDRESS_4, address.getAddress().getAddress()).limit(LENGTH_4);
    }

    /** {@return the address that the kernel wrote to the beginning of a buffer} */
    static InetSocketAddress read(ByteBuffer bytes) {
        boolean isSix = bytes.order(ByteOrder.nativeOrder()).getShort(0) == LibC.AF_INET6;
        byte[] address = new byte[isSix ? BYTES_6 : BYTES_4];
        bytes.get(isSix ? ADDRESS_6 : ADDRESS_4, address);
        int port = Byte.toUnsignedInt(bytes.get(PORT)) << 8 | Byte.toUnsignedInt(bytes.get(PORT + 1));
        try {
            return new InetSocketAddress(InetAddress.getByAddress(address), port);
        } catch (UnknownHostException e) {
            // Only for another number of bytes.
            throw new IllegalStateException(e);
        }
    }
}
