package usbd4j.stack.usbip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrbPoolTest {
    private final UrbPool pool = new UrbPool();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 512, 513, 4096, 65_536, 120 << 10, 128 << 10})
    void memoryIsUsedAgain(int length) {
        Urb before = pool.take(length);
        assertThat(before.capacity()).isBetween(length, Math.max(512, 2 * length));
        pool.giveBack(before);

        assertThat(pool.take(length)).isSameAs(before);
    }

    @Test
    void aLargerTransferHasMemoryOfItsOwn() {
        Urb small = pool.take(512);
        pool.giveBack(small);

        assertThat(pool.take(513).capacity()).isGreaterThanOrEqualTo(513);
    }

    @Test
    void muchMemoryIsNotKept() {
        Urb large = pool.take(UrbPool.MOST - Urb.HEADER_LENGTH);
        assertThat(pool.hasRoomFor(512)).isFalse();
        pool.giveBack(large);

        assertThat(pool.hasRoomFor(UrbPool.MOST - Urb.HEADER_LENGTH)).isTrue();
        assertThat(pool.take(UrbPool.MOST - Urb.HEADER_LENGTH)).isNotSameAs(large);
    }
}
