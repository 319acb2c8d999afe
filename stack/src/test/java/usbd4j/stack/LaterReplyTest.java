package usbd4j.stack;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import usbd4j.stack.descriptor.UsbInterface;
import usbd4j.stack.example.Loopback;
import usbd4j.stack.memory.ControlTransfer;
import usbd4j.stack.memory.Host;
import usbd4j.stack.memory.StallException;

class LaterReplyTest {
    private static final SetupPacket ASK = ask(Direction.IN, 4);
    private static final SetupPacket TELL = ask(Direction.OUT, 4);
    private static final SetupPacket DO = ask(Direction.OUT, 0);

    private final Procrastinator later = new Procrastinator();
    private final Host host = Host.attach(later, new Loopback());

    private static SetupPacket ask(Direction direction, int wLength) {
        return SetupPacket.of(direction, RequestType.VENDOR, Recipient.INTERFACE, 1, 0, 0, wLength);
    }

    /** Answers each request later. */
    private static final class Procrastinator implements UsbClass {
        private LaterReply reply = fresh();
        private int timesGivenUp;
        private Optional<Instant> deadline = Optional.empty();

        private LaterReply fresh() {
            return Reply.later(ofSeconds(5), () -> timesGivenUp++);
        }

        @Override
        public List<UsbInterface> interfaces() {
            return List.of(UsbInterface.of(0xFF, 0, 0));
        }

        @Override
        public Optional<Reply> control(SetupPacket setup, Instant now) {
            return Optional.of(reply);
        }

        @Override
        public Optional<Instant> deadline() {
            return deadline;
        }

        @Override
        public void deadlineReached(Instant now) {
            deadline = Optional.empty();
            assertThat(reply.answer(bytes())).isTrue();
        }
    }

    private static Reply bytes() {
        return Reply.data(ByteBuffer.wrap(new byte[] {1, 2, 3, 4}));
    }

    /** As from another thread: the device notices in the next turn of its loop. */
    private boolean answer(Reply reply) {
        boolean isWanted = later.reply.answer(reply);
        host.advance(ofMillis(0));
        return isWanted;
    }

    @Test
    void theHostWaits() {
        assertThat(host.begin(ASK).isAnswered()).isFalse();
    }

    @Test
    void dataComeLater() {
        ControlTransfer transfer = host.begin(ASK);

        assertThat(answer(bytes())).isTrue();

        assertThat(transfer.result()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void dataComeAtADeadline() {
        later.deadline = Optional.of(Instant.EPOCH.plusSeconds(3));
        ControlTransfer transfer = host.begin(ASK);

        host.advance(ofMillis(2999));
        assertThat(transfer.isAnswered()).isFalse();
        host.advance(ofMillis(1));

        assertThat(transfer.result()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void dataAreReceivedLater() {
        ControlTransfer transfer = host.begin(TELL, (byte) 5, (byte) 6, (byte) 7, (byte) 8);
        ByteBuffer received = ByteBuffer.allocate(4);

        answer(Reply.receive(received::put));

        assertThat(transfer.isAnswered()).isTrue();
        assertThat(received.array()).containsExactly(5, 6, 7, 8);
    }

    @Test
    void aRequestIsAcknowledgedLater() {
        ControlTransfer transfer = host.begin(DO);

        answer(Reply.ack());

        assertThat(transfer.isAnswered()).isTrue();
    }

    @Test
    void aRequestIsStalledLater() {
        ControlTransfer transfer = host.begin(ASK);

        answer(Reply.stall("no"));

        assertThatExceptionOfType(StallException.class).isThrownBy(transfer::result);
    }

    @Test
    void anAnswerGivenBeforeTheReplyIsReturnedCounts() {
        later.reply.answer(bytes());

        assertThat(host.control(ASK)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void bulkDataGoOnMeanwhile() {
        ControlTransfer transfer = host.begin(ASK);

        host.write(0x02, (byte) 9);
        assertThat(host.read(0x81, 512)).containsExactly(9);
        answer(bytes());

        assertThat(transfer.result()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aClassIsToldOnceThatTheHostHasGivenUp() {
        host.begin(ASK);

        host.giveUp();
        host.giveUp();

        assertThat(later.timesGivenUp).isEqualTo(1);
        assertThat(answer(bytes())).as("is wanted").isFalse();
    }

    @Test
    void theNextRequestGivesUpTheOneBefore() {
        host.begin(ASK);
        later.reply = later.fresh();

        ControlTransfer next = host.begin(ASK);
        answer(bytes());

        assertThat(later.timesGivenUp).isEqualTo(1);
        assertThat(next.result()).containsExactly(1, 2, 3, 4);
    }

    @ParameterizedTest
    @EnumSource(
            value = BusEvent.class,
            names = {"RESET", "DETACHED"})
    void aResetOrDisconnectGivesUp(BusEvent event) {
        host.begin(ASK);

        host.happen(event);

        assertThat(later.timesGivenUp).isEqualTo(1);
    }

    @Test
    void aClosedDeviceGivesUp() {
        host.begin(ASK);

        host.device().close();

        assertThat(later.timesGivenUp).isEqualTo(1);
        assertThat(later.reply.answer(bytes())).as("is wanted").isFalse();
    }

    @Test
    void aClassThatNeverAnswersHasItsRequestStalled() {
        ControlTransfer transfer = host.begin(ASK);

        host.advance(ofMillis(4999));
        assertThat(transfer.isAnswered()).isFalse();
        host.advance(ofMillis(1));

        assertThatExceptionOfType(StallException.class)
                .isThrownBy(transfer::result)
                .withMessageContaining("the answer did not come in time");
        assertThat(later.timesGivenUp).isEqualTo(1);
    }

    @Test
    void aClassThatThrowsWhenItIsTooLateDoesNotEndTheDevice() {
        later.reply = Reply.later(ofSeconds(5), () -> {
            later.timesGivenUp++;
            throw new IllegalStateException("on purpose");
        });
        ControlTransfer transfer = host.begin(ASK);
        host.advance(ofSeconds(5));

        assertThatExceptionOfType(StallException.class).isThrownBy(transfer::result);
        assertThat(later.timesGivenUp).isEqualTo(1);
        host.write(0x02, (byte) 9);
        assertThat(host.read(0x81, 512)).containsExactly(9);
    }

    @Test
    void anAnswerThatComesTooLateIsNotWanted() {
        host.begin(ASK);
        host.advance(ofSeconds(5));

        assertThat(answer(bytes())).as("is wanted").isFalse();
        assertThatIllegalStateException().isThrownBy(() -> answer(bytes()));
    }

    @Test
    void aRequestIsAnsweredOnce() {
        host.begin(ASK);
        answer(bytes());

        assertThatIllegalStateException()
                .isThrownBy(() -> answer(bytes()))
                .withMessageContaining("Procrastinator")
                .withMessageContaining("was answered twice");
    }

    @Test
    void aLaterReplyIsForOneRequest() {
        host.begin(ASK);
        answer(bytes());

        assertThatExceptionOfType(StallException.class)
                .isThrownBy(() -> host.control(ASK))
                .withMessageContaining("a later reply that it had returned before");
    }

    @Test
    void aLaterReplyIsNoAnswer() {
        host.begin(ASK);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> answer(later.fresh()))
                .withMessageContaining("Procrastinator");
    }

    @Test
    void anAnswerThatDoesNotFitIsStalled() {
        ControlTransfer transfer = host.begin(ASK);

        answer(Reply.ack());

        assertThatExceptionOfType(StallException.class)
                .isThrownBy(transfer::result)
                .withMessageContaining("acknowledgement of an IN request");
    }

    @Test
    void noTimeIsNotLater() {
        assertThatIllegalArgumentException().isThrownBy(() -> Reply.later(ofMillis(0), () -> {}));
    }
}
