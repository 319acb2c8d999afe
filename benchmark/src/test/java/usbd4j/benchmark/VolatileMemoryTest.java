package usbd4j.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import usbd4j.dfu.DfuStatus;
import usbd4j.dfu.mode.Work;

class VolatileMemoryTest {
    private final VolatileMemory memory = new VolatileMemory(8);

    @Test
    void givesWhatItGot() {
        download(0, 1, 2, 3);
        download(3, 4, 5);

        assertThat(upload(0, 4)).containsExactly(1, 2, 3, 4);
        assertThat(upload(4, 4)).containsExactly(5);
    }

    @Test
    void givesNothingBehindTheEnd() {
        download(0, 1, 2, 3);

        assertThat(upload(3, 4)).isEmpty();
    }

    @Test
    void forgetsWhatWasLongerBefore() {
        download(0, 1, 2, 3, 4);
        download(0, 5);

        assertThat(upload(0, 4)).containsExactly(5);
    }

    @Test
    void isNeverBusy() {
        assertThat(download(0, 1)).isEqualTo(new Work(Duration.ZERO, DfuStatus.OK));
        assertThat(memory.manifestationTime()).isZero();
    }

    @Test
    void isFullToItsLastByte() {
        assertThat(download(6, 7, 8).status()).isEqualTo(DfuStatus.OK);
    }

    @Test
    void takesNoBlockThatDoesNotFit() {
        assertThat(download(7, 8, 9).status()).isEqualTo(DfuStatus.ERR_ADDRESS);
    }

    private Work download(long offset, int... values) {
        ByteBuffer block = ByteBuffer.allocate(values.length);
        for (int value : values) {
            block.put((byte) value);
        }
        return memory.download(0, offset, block.flip());
    }

    private byte[] upload(long offset, int wanted) {
        ByteBuffer given = memory.upload(0, offset, wanted).bytes();
        byte[] bytes = new byte[given.remaining()];
        given.get(bytes);
        return bytes;
    }
}
