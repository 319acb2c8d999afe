package usbd4j.board;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import usbd4j.stack.Direction;
import usbd4j.stack.LaterReply;
import usbd4j.stack.Recipient;
import usbd4j.stack.Reply;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.example.Loopback;

/** A class that takes 3 s for an answer, which another thread gives, beside one whose bulk data go on. */
class LaterAnswerIT {
    private static final byte[] ANSWER = "at last".getBytes(StandardCharsets.US_ASCII);
    private static final SetupPacket ASK =
            SetupPacket.of(Direction.IN, RequestType.VENDOR, Recipient.INTERFACE, 1, 0, 0, ANSWER.length);
    private static final long THREE_SECONDS = SECONDS.toNanos(3);

    @ParameterizedTest
    @EnumSource
    void bulkDataGoOnMeanwhile(KernelBus bus) {
        Debtor slow = new Debtor();
        try (DeviceRig rig = bus.serve(Identity.of(0x1209, 0x0005), slow, new Loopback())) {
            UsbHost host = rig.host();
            CompletableFuture<Optional<byte[]>> answer = CompletableFuture.supplyAsync(() -> host.control(ASK));
            LaterReply owed = slow.owed();

            long asked = System.nanoTime();
            int count = 0;
            while (System.nanoTime() - asked < THREE_SECONDS) {
                byte[] sent = ("data " + count++).getBytes(StandardCharsets.US_ASCII);
                rig.write(sent);
                assertThat(rig.read(512)).isEqualTo(sent);
            }
            assertThat(answer).isNotDone();
            assertThat(owed.answer(Reply.data(ByteBuffer.wrap(ANSWER)))).isTrue();

            assertThat(answer).succeedsWithin(Wait.LIMIT);
            assertThat(answer.join())
                    .hasValueSatisfying(data -> assertThat(data).isEqualTo(ANSWER));
            assertThat(count).as("bulk transfers each way").isGreaterThan(10);
        }
    }
}
