package usbd4j.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.memory.Host;
import usbd4j.stack.memory.NakException;
import usbd4j.stack.memory.StallException;

class BenchmarkFunctionTest {
    private static final int IN = 0xC1;
    private static final int OUT = 0x41;
    private static final int SEND = 3;
    private static final int RECEIVE = 4;

    private long allocated = 1000;
    private final Host host = Host.attach(new BenchmarkFunction(() -> allocated));

    @ParameterizedTest
    @ValueSource(ints = {1, 64})
    void givesAsManyBytesAsAreAskedFor(int wLength) {
        assertThat(host.controlIn(new SetupPacket(IN, 1, 0, 0, wLength))).hasSize(wLength);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 64})
    void takesData(int wLength) {
        assertThat(host.control(new SetupPacket(OUT, 2, 0, 0, wLength), new byte[wLength]))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0x41, 2, 65", "0x41, 3, 11", "0x41, 4, 13", "0x41, 1, 0", "0xC1, 2, 64", "0xC0, 1, 64", "0xA1, 1, 64"})
    void stallsAnythingElse(int bmRequestType, int bRequest, int wLength) {
        SetupPacket setup = new SetupPacket(bmRequestType, bRequest, 0, 0, wLength);

        assertThatExceptionOfType(StallException.class).isThrownBy(() -> host.control(setup, new byte[wLength]));
    }

    @ParameterizedTest
    @CsvSource({"512, 1, 3", "4096, 4, 9", "65536, 2, 2"})
    void sendsWhatIsPlannedAndNoMore(int size, int inFlight, int count) {
        plan(SEND, size, inFlight, count);

        assertThat(host.read(0x81, size * count)).hasSize(size * count);
        assertThatExceptionOfType(NakException.class).isThrownBy(() -> host.read(0x81, 512));
    }

    @ParameterizedTest
    @CsvSource({"512, 1, 3", "4096, 4, 9", "65536, 2, 2"})
    void receivesWhatIsPlannedAndNoMore(int size, int inFlight, int count) {
        plan(RECEIVE, size, inFlight, count);
        host.write(0x02, new byte[size * count]);

        assertThatExceptionOfType(NakException.class).isThrownBy(() -> host.write(0x02, new byte[512]));
    }

    @Test
    void tellsWhatItHasAllocated() {
        assertThat(allocatedSoFar()).isEqualTo(1000);

        allocated = 1234;

        assertThat(allocatedSoFar()).isEqualTo(1234);
    }

    @Test
    void tellsWhatItHasAllocatedSinceThePlansFirstTransferEnded() {
        plan(SEND, 512, 1, 3);
        allocated += 100;
        host.read(0x81, 512);
        allocated += 7;
        host.read(0x81, 512);
        allocated += 100;

        assertThat(allocatedInLastPlan()).isEqualTo(7);
    }

    private void plan(int bRequest, int size, int inFlight, int count) {
        byte[] plan = ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(size)
                .putInt(inFlight)
                .putInt(count)
                .array();
        host.controlOut(new SetupPacket(OUT, bRequest, 0, 0, plan.length), plan);
    }

    private long allocatedSoFar() {
        return counts().getLong(0);
    }

    private long allocatedInLastPlan() {
        return counts().getLong(8);
    }

    private ByteBuffer counts() {
        return ByteBuffer.wrap(host.controlIn(new SetupPacket(IN, 5, 0, 0, 16))).order(ByteOrder.LITTLE_ENDIAN);
    }
}
