package usbd4j.stack.usbip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import usbd4j.stack.linux.NativeMemory;
import usbd4j.stack.linux.SocketPair;

class UrbConnectionTest {
    private static final int HEADER = 48;

    private final SocketPair sockets = new SocketPair();
    private final UrbPool pool = new UrbPool();
    private final UrbConnection connection =
            new UrbConnection(sockets.first(), new PduReader(pool, new Unused()), pool);

    @AfterEach
    void close() {
        connection.close();
        sockets.second().close();
    }

    @Test
    void answersAreWrittenTogether() {
        connection.submitted(inTransfer(1, 10), 0);
        connection.submitted(inTransfer(2, 20), 0);
        assertThat(connection.flush()).isTrue();

        NativeMemory read = NativeMemory.allocate(1000);
        assertThat(sockets.second().read(read, 1000)).isEqualTo(2 * HEADER + 30);
        assertThat(read.bytes().get(HEADER)).isEqualTo((byte) 1);
        assertThat(read.bytes().get(HEADER + 10 + HEADER)).isEqualTo((byte) 2);
    }

    @Test
    void moreThanTheHostHasRoomForReachesItInOrder() {
        int count = 100;
        int length = 20_000;
        CompletableFuture<List<Integer>> seen = CompletableFuture.supplyAsync(() -> seen(count, length));
        for (int seqnum = 0; seqnum < count; seqnum++) {
            connection.submitted(inTransfer(seqnum, length), 0);
        }
        assertThat(connection.flush()).isTrue();

        assertThat(seen.join()).hasSize(count).isSorted();
        assertThat(pool.hasRoomFor(UrbPool.MOST - HEADER))
                .as("all memory is free again")
                .isTrue();
    }

    /** {@return the numbers of so many answers, whose data are their numbers} */
    private List<Integer> seen(int count, int length) {
        NativeMemory piece = NativeMemory.allocate(7_001);
        ByteBuffer all = ByteBuffer.allocate(count * (HEADER + length));
        while (all.hasRemaining()) {
            int read = sockets.second().read(piece, 7_001);
            all.put(piece.bytes().clear().limit(read));
        }
        List<Integer> numbers = new ArrayList<>();
        for (int at = 0; at < all.capacity(); at += HEADER + length) {
            assertThat(all.get(at + HEADER + length - 1)).isEqualTo((byte) all.getInt(at + 4));
            numbers.add(all.getInt(at + 4));
        }
        return numbers;
    }

    /** {@return a transfer whose data are its number} */
    private Urb inTransfer(int seqnum, int length) {
        Urb urb = pool.take(length);
        urb.fill(ByteBuffer.allocate(HEADER).putInt(4, seqnum).putInt(12, 1).putInt(24, length));
        while (urb.data().hasRemaining()) {
            urb.data().put((byte) seqnum);
        }
        return urb;
    }

    /** Nobody asks for anything here. */
    private static final class Unused implements PduReader.Listener {
        @Override
        public void submitted(Urb urb) {
            throw new IllegalStateException();
        }

        @Override
        public void refused(int seqnum) {
            throw new IllegalStateException();
        }

        @Override
        public void unlinked(int seqnum, int given) {
            throw new IllegalStateException();
        }
    }
}
