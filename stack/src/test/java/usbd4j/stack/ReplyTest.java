package usbd4j.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import usbd4j.stack.memory.Host;
import usbd4j.stack.memory.StallException;

/** What each answer does to the request, as the host sees it. */
class ReplyTest {
    private static final SetupPacket NO_DATA = Requests.out(Recipient.INTERFACE, 0, 0);

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void dataAreTheBytesFromPositionToLimit() {
        ByteBuffer bytes = ByteBuffer.wrap(new byte[] {0, 1, 2, 3}).position(1).limit(3);

        assertThat(hostOf(Reply.data(bytes)).controlIn(in(64))).containsExactly(1, 2);
    }

    @Test
    void dataAreCutToWLength() {
        ByteBuffer bytes = ByteBuffer.wrap(new byte[] {1, 2, 3});

        assertThat(hostOf(Reply.data(bytes)).controlIn(in(2))).containsExactly(1, 2);
    }

    @Test
    void dataMayBeNone() {
        assertThat(hostOf(Reply.data(ByteBuffer.allocate(0))).controlIn(in(64))).isEmpty();
    }

    @Test
    void dataForAWLengthOfZeroAreNone() {
        assertThat(hostOf(Reply.data(ByteBuffer.allocate(3))).controlIn(in(0))).isEmpty();
    }

    @Test
    void dataCanBeSentAgain() {
        Host host = hostOf(Reply.data(ByteBuffer.wrap(new byte[] {1, 2})));
        host.controlIn(in(1));

        assertThat(host.controlIn(in(2))).containsExactly(1, 2);
    }

    @Test
    void receiverGetsTheData() {
        List<Byte> received = new ArrayList<>();
        Reply reply = Reply.receive(data -> {
            while (data.hasRemaining()) {
                received.add(data.get());
            }
        });
        hostOf(reply).controlOut(out(2), (byte) 7, (byte) 8);

        assertThat(received).containsExactly((byte) 7, (byte) 8);
    }

    @Test
    void doesNotCallTheReceiverIfTheHostAborts() {
        hostOf(Reply.receive(data -> calls.incrementAndGet())).controlAbandoned(out(1), (byte) 7);

        assertThat(calls).hasValue(0);
    }

    @Test
    void afterTheStatusStageComesWhatTheAcknowledgementCarries() {
        hostOf(Reply.ack(now -> calls.incrementAndGet())).controlOut(NO_DATA);

        assertThat(calls).hasValue(1);
    }

    @Test
    void withoutAStatusStageNothingComesAfterIt() {
        hostOf(Reply.ack(now -> calls.incrementAndGet())).controlAbandoned(NO_DATA);

        assertThat(calls).hasValue(0);
    }

    @Test
    void stallCarriesItsReason() {
        Host host = hostOf(Reply.stall("not today"));

        assertThatExceptionOfType(StallException.class)
                .isThrownBy(() -> host.controlOut(NO_DATA))
                .withMessage("not today");
    }

    @Test
    void stallRefusesInRequestsToo() {
        Host host = hostOf(Reply.stall("not today"));

        assertThatExceptionOfType(StallException.class).isThrownBy(() -> host.controlIn(in(64)));
    }

    private static Host hostOf(Reply reply) {
        return Host.attach(SameAnswer.of(reply));
    }

    private static SetupPacket in(int wLength) {
        return Requests.in(Recipient.INTERFACE, 0, wLength);
    }

    private static SetupPacket out(int wLength) {
        return Requests.out(Recipient.INTERFACE, 0, wLength);
    }

    @Test
    void acknowledgementTellsWhenTheStatusStageWasOver() {
        List<Instant> told = new ArrayList<>();
        AtomicReference<Instant> time = new AtomicReference<>(Instant.EPOCH);
        ScriptedBus slow = new ScriptedBus();
        slow.statusStage = () -> time.set(Instant.ofEpochMilli(300));
        Reply.ack(told::add).perform(NO_DATA, slow, time::get);

        assertThat(told).containsExactly(Instant.ofEpochMilli(300));
    }
}
