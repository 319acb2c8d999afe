package usbd4j.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import usbd4j.stack.memory.Host;
import usbd4j.stack.memory.StallException;

/** Answers that do not fit the request: a class's mistake, and a stall for the host. */
class ControlPipeObjectionTest {
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void dataForAnOutRequestIsStalled() {
        assertStall(
                Reply.data(ByteBuffer.allocate(1)), Requests.out(Recipient.DEVICE, 0, 0), "data for an OUT request");
    }

    @Test
    void receptionForAnInRequestIsStalled() {
        assertStall(
                Reply.receive(data -> calls.incrementAndGet()),
                Requests.in(Recipient.DEVICE, 0, 1),
                "reception for an IN request");
        assertThat(calls).hasValue(0);
    }

    @Test
    void receptionWithoutADataStageIsStalled() {
        assertStall(
                Reply.receive(data -> calls.incrementAndGet()),
                Requests.out(Recipient.DEVICE, 0, 0),
                "reception without a data stage");
        assertThat(calls).hasValue(0);
    }

    @Test
    void acknowledgementOfAnInRequestIsStalled() {
        assertStall(
                Reply.ack(now -> calls.incrementAndGet()),
                Requests.in(Recipient.DEVICE, 0, 1),
                "acknowledgement of an IN request");
        assertThat(calls).hasValue(0);
    }

    @Test
    void acknowledgementOfAnInRequestWithoutADataStageIsStalledToo() {
        assertStall(
                Reply.ack(now -> calls.incrementAndGet()),
                Requests.in(Recipient.DEVICE, 0, 0),
                "acknowledgement of an IN request");
    }

    @Test
    void acknowledgementOfAnUnreadDataStageIsStalled() {
        assertStall(
                Reply.ack(now -> calls.incrementAndGet()),
                Requests.out(Recipient.DEVICE, 0, 1),
                "acknowledgement of an unread data stage");
        assertThat(calls).hasValue(0);
    }

    private static void assertStall(Reply reply, SetupPacket setup, String reason) {
        Host host = Host.attach(SameAnswer.of(reply));

        assertThatExceptionOfType(StallException.class)
                .isThrownBy(() -> host.control(setup, new byte[setup.wLength()]))
                .withMessage(reason);
    }
}
