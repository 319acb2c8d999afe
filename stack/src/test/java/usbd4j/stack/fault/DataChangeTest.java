package usbd4j.stack.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class DataChangeTest {
    private static byte[] changed(DataChange change) {
        ByteBuffer right = ByteBuffer.wrap(new byte[] {0, 1, 2, 3, 4}, 1, 4);
        ByteBuffer changed = change.apply(right);
        assertThat(right.remaining()).as("the right data stay").isEqualTo(4);
        byte[] bytes = new byte[changed.remaining()];
        changed.get(bytes);
        return bytes;
    }

    @Test
    void cut() {
        assertThat(changed(DataChange.length(2))).containsExactly(1, 2);
    }

    @Test
    void padded() {
        assertThat(changed(DataChange.length(6))).containsExactly(1, 2, 3, 4, 0, 0);
    }

    @Test
    void replaced() {
        assertThat(changed(DataChange.bytes(3, (byte) 8, (byte) 9))).containsExactly(1, 2, 3, 8);
        assertThat(changed(DataChange.bytes(7, (byte) 8))).containsExactly(1, 2, 3, 4);
    }

    @Test
    void lost() {
        assertThat(changed(DataChange.lost())).containsExactly(-1, -1, -1, -1);
    }

    @Test
    void shifted() {
        assertThat(changed(DataChange.shifted(1))).containsExactly(-1, 1, 2, 3);
        assertThat(changed(DataChange.shifted(9))).containsExactly(-1, -1, -1, -1);
    }

    @Test
    void repeated() {
        assertThat(changed(DataChange.repeated(2))).containsExactly(1, 2, 1, 2);
        assertThat(changed(DataChange.repeated(9))).containsExactly(1, 2, 3, 4);
    }

    @Test
    void flippedBitsAreAsManyAsAskedForAndTheSameForASeed() {
        byte[] changed = changed(DataChange.flippedBits(1, 3));
        int flipped = 0;
        for (int i = 0; i < 4; i++) {
            flipped += Integer.bitCount((changed[i] ^ (i + 1)) & 0xFF);
        }

        assertThat(flipped).isEqualTo(1);
        assertThat(changed(DataChange.flippedBits(1, 3))).isEqualTo(changed);
    }

    @Test
    void nothingHasNoBitsToFlip() {
        assertThat(DataChange.flippedBits(1, 3).apply(ByteBuffer.allocate(0)).remaining())
                .isZero();
    }
}
