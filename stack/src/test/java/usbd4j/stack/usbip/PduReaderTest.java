package usbd4j.stack.usbip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PduReaderTest {
    private static final int HEADER = 48;
    private static final int OUT = 0;
    private static final int IN = 1;

    private final UrbPool pool = new UrbPool();
    private final List<String> told = new ArrayList<>();
    private final PduReader reader = new PduReader(pool, new PduReader.Listener() {
        @Override
        public void submitted(Urb urb) {
            told.add("submit %d ep %d %s %d"
                    .formatted(urb.seqnum(), urb.endpoint(), urb.isIn() ? "IN" : "OUT", urb.length()));
            pool.giveBack(urb);
        }

        @Override
        public void refused(int seqnum) {
            told.add("refuse " + seqnum);
        }

        @Override
        public void unlinked(int seqnum, int given) {
            told.add("unlink %d of %d".formatted(seqnum, given));
        }
    });

    private static ByteBuffer submit(int seqnum, int direction, int endpoint, int length) {
        ByteBuffer pdu = ByteBuffer.allocate(HEADER + (direction == OUT ? Math.max(0, length) : 0));
        return pdu.putInt(1)
                .putInt(seqnum)
                .putInt(0x10001)
                .putInt(direction)
                .putInt(endpoint)
                .putInt(0)
                .putInt(length)
                .clear();
    }

    private static ByteBuffer unlink(int seqnum, int given) {
        return ByteBuffer.allocate(HEADER)
                .putInt(2)
                .putInt(seqnum)
                .putInt(0x10001)
                .putLong(0)
                .putInt(given)
                .clear();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 47, 48, 49, 1000})
    void requestsMayComeInPieces(int piece) {
        ByteBuffer stream = ByteBuffer.allocate(4 * HEADER + 100)
                .put(submit(1, OUT, 2, 100))
                .put(submit(2, IN, 1, 512))
                .put(unlink(3, 2))
                .put(submit(4, OUT, 0, 0))
                .flip();
        while (stream.hasRemaining()) {
            int count = Math.min(piece, stream.remaining());
            reader.read(stream.slice(stream.position(), count));
            stream.position(stream.position() + count);
        }

        assertThat(told)
                .containsExactly(
                        "submit 1 ep 2 OUT 100", "submit 2 ep 1 IN 512", "unlink 3 of 2", "submit 4 ep 0 OUT 0");
    }

    @Test
    void aTransferBeyondAllMemoryIsRefusedAndItsDataPassedOver() {
        reader.read(submit(1, IN, 1, Integer.MAX_VALUE));
        reader.read(submit(2, OUT, 1, UrbPool.MOST));
        reader.read(unlink(3, 1));

        assertThat(told).containsExactly("refuse 1", "refuse 2", "unlink 3 of 1");
    }

    @Test
    void aLengthBelowZeroIsNotUsbIp() {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> reader.read(submit(1, IN, 1, -1)))
                .withMessage("a transfer of -1 bytes on endpoint 1");
    }

    @Test
    void anEndpointAbove15IsNotUsbIp() {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> reader.read(submit(1, IN, 16, 1)))
                .withMessage("a transfer of 1 bytes on endpoint 16");
    }

    @Test
    void anUnknownCommandIsNotUsbIp() {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(
                        () -> reader.read(ByteBuffer.allocate(HEADER).putInt(9).clear()))
                .withMessage("command 0x00000009");
    }

    @Test
    void whateverComesIsARequestOrNotUsbIp() {
        Random random = new Random(1);
        int understood = 0;
        for (int i = 0; i < 200_000; i++) {
            PduReader mutated = new PduReader(pool, new Forgiving());
            ByteBuffer pdu = random.nextBoolean()
                    ? submit(i, random.nextInt(2), random.nextInt(16), random.nextInt(600))
                    : unlink(i, i - 1);
            for (int flips = random.nextInt(4); flips > 0; flips--) {
                int at = random.nextInt(HEADER);
                pdu.put(at, (byte) (pdu.get(at) ^ 1 << random.nextInt(8)));
            }
            try {
                mutated.read(pdu.slice(0, Math.min(pdu.capacity(), HEADER + random.nextInt(700))));
                understood++;
            } catch (ProtocolException e) {
                assertThat(e).hasMessageMatching("command 0x.*|an? (isochronous )?transfer .*");
            }
            mutated.end();
        }
        assertThat(understood).isBetween(1, 199_999);
        assertThat(pool.hasRoomFor(UrbPool.MOST - HEADER))
                .as("all memory is free again")
                .isTrue();
    }

    /** Takes everything. */
    private final class Forgiving implements PduReader.Listener {
        @Override
        public void submitted(Urb urb) {
            pool.giveBack(urb);
        }

        @Override
        public void refused(int seqnum) {}

        @Override
        public void unlinked(int seqnum, int given) {}
    }
}
