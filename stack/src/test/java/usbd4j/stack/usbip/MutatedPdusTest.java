package usbd4j.stack.usbip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import usbd4j.stack.Recipient;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.UsbDevice;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.example.Loopback;
import usbd4j.stack.linux.FileDescriptor;
import usbd4j.stack.linux.SocketPair;

/**
 * Whatever a host sends, the device goes on, for the next host, too. {@code -Dusbd4j.pdus=10000000} sends more than a build has time
 * for, and {@code -Dusbd4j.seed} others.
 */
class MutatedPdusTest {
    private static final int PDUS = Integer.getInteger("usbd4j.pdus", 200_000);
    private static final long SEED = Long.getLong("usbd4j.seed", 1);
    private static final int AT_ONCE = 16;
    private static final int LIFE = 4;
    private static final int ROOM = 64 << 10;

    /** The pool's limit is kept by what hosts ask for, which is rounded up once. */
    private static final int MOST_MEMORY = UrbPool.MOST + (128 << 10);

    private final Logger log = Logger.getLogger(UrbBus.class.getName());
    private final WiredBus bus = new WiredBus();
    private final UsbDevice device = new UsbDevice(Identity.of(0x1209, 0x0001), List.of(new Loopback()), bus);
    private final ByteBuffer sent = ByteBuffer.allocateDirect(ROOM);
    private final ByteBuffer answers = ByteBuffer.allocateDirect(ROOM);
    private int disconnected;
    private long answered;

    /** It logs each host that sends what is not USB/IP. */
    @BeforeEach
    void quiet() {
        log.setLevel(Level.OFF);
    }

    @AfterEach
    void end() {
        log.setLevel(null);
        device.close();
    }

    @Test
    void theDeviceOutlivesEveryHost() {
        MutatedPdus pdus = new MutatedPdus(SEED);
        FileDescriptor host = host();
        for (int count = 0; count < PDUS; count += AT_ONCE) {
            sent.clear();
            for (int i = 0; i < AT_ONCE; i++) {
                pdus.write(sent);
            }
            boolean isConnected = isTaken(host, sent.flip());
            disconnected += isConnected ? 0 : 1;
            // The data of a transfer that is said to be long swallows what follows, but not the next host's.
            if (!isConnected || count % (LIFE * AT_ONCE) == 0) {
                leave(host);
                host = host();
            }
            assertThat(bus.memoryInUse()).as("bytes after %d PDUs", count).isLessThanOrEqualTo(MOST_MEMORY);
        }
        leave(host);

        assertThat(disconnected).as("hosts that the device disconnected").isGreaterThan(PDUS / 1000);
        assertThat(answered).as("bytes that were answered").isGreaterThan(PDUS);
        assertThat(bus.memoryInUse())
                .as("bytes in use when the last host is gone")
                .isZero();
        answersTheNextHost();
    }

    /** {@return a new host, which has configured the device so that its endpoints are there} */
    private FileDescriptor host() {
        SocketPair sockets = new SocketPair();
        sockets.second().doNotBlock();
        bus.connect(sockets.first());
        turn();
        UsbIpClient client = new UsbIpClient(sockets.second());
        int configuring = client.submit(StandardRequest.SET_CONFIGURATION.setup(Recipient.DEVICE, 1, 0, 0));
        turn();
        assertThat(client.answerTo(configuring).status()).isZero();
        return sockets.second();
    }

    private void leave(FileDescriptor host) {
        host.close();
        turn();
    }

    private void answersTheNextHost() {
        UsbIpClient client = new UsbIpClient(host());
        int asked = client.submit(StandardRequest.GET_DESCRIPTOR.setup(Recipient.DEVICE, 0x0100, 0, 18));
        turn();
        assertThat(client.answerTo(asked).length()).isEqualTo(18);
        client.close();
    }

    private void turn() {
        bus.wakeUp();
        device.turn();
    }

    /** Sends bytes to the device, and takes its answers. {@return whether the device is still connected} */
    private boolean isTaken(FileDescriptor host, ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            int written = host.write(bytes.slice(), bytes.remaining());
            if (written < 0 && !isRead(host)) {
                return false;
            }
            bytes.position(bytes.position() + Math.max(written, 0));
        }
        return isRead(host);
    }

    /** Lets the device answer until it has no more to say. {@return whether it is still connected} */
    private boolean isRead(FileDescriptor host) {
        int silent = 0;
        // What it reads at once is not all answered at once.
        while (silent < 2) {
            turn();
            int count = host.read(answers.clear(), ROOM);
            if (count == 0 || (count < 0 && count != -11)) {
                return false;
            }
            silent = count > 0 ? 0 : silent + 1;
            answered += Math.max(count, 0);
        }
        return true;
    }
}
