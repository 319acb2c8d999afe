package usbd4j.stack.fault;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import usbd4j.stack.BusEvent;
import usbd4j.stack.Direction;
import usbd4j.stack.Recipient;
import usbd4j.stack.Reply;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbBus;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbInterface;
import usbd4j.stack.fault.LeaveFault.Moment;
import usbd4j.stack.memory.ControlTransfer;
import usbd4j.stack.memory.Host;
import usbd4j.stack.memory.StallException;

/** Each fault strikes the requests that it is for, in the way that it says, and no others. */
class FaultTest {
    private static final SetupPacket ASK = request(Direction.IN, 1, 4);
    private static final SetupPacket OTHER = request(Direction.IN, 2, 4);
    private static final SetupPacket TELL = request(Direction.OUT, 1, 4);

    private final Parrot parrot = new Parrot();
    private final List<String> left = new ArrayList<>();

    private static SetupPacket request(Direction direction, int bRequest, int wLength) {
        return SetupPacket.of(direction, RequestType.VENDOR, Recipient.INTERFACE, bRequest, 0, 0, wLength);
    }

    /** Gives 1 2 3 4, and keeps what it is told. */
    private static final class Parrot implements UsbClass {
        private final List<ByteBuffer> told = new ArrayList<>();
        private int asked;

        @Override
        public List<UsbInterface> interfaces() {
            return List.of(UsbInterface.of(0xFF, 0, 0));
        }

        @Override
        public Optional<Reply> control(SetupPacket setup, Instant now) {
            if (setup.direction() == Direction.OUT) {
                return Optional.of(Reply.receive(data ->
                        told.add(ByteBuffer.allocate(data.remaining()).put(data).flip())));
            }
            asked++;
            return Optional.of(Reply.data(ByteBuffer.wrap(new byte[] {1, 2, 3, 4})));
        }
    }

    private Host host(BiFunction<UsbBus, InstantSource, UsbBus> fault) {
        return Host.attach(Identity.of(0x1209, 0x0001), fault, parrot);
    }

    private static Trigger asks() {
        return Trigger.each(ASK::equals);
    }

    @Test
    void aStallFaultStallsAndTheDeviceSeesNothing() {
        Host host = host((bus, clock) -> new StallFault(bus, asks(), "stall"));

        assertThatThrownBy(() -> host.control(ASK)).isInstanceOf(StallException.class);
        assertThat(parrot.asked).isZero();
        assertThat(host.control(OTHER)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aLateFaultAnswersWhenItsTimeHasCome() {
        Host host = host((bus, clock) -> new LateFault(bus, asks(), "late", Optional.of(ofMillis(300)), clock));
        ControlTransfer asked = host.begin(ASK);
        host.advance(ofMillis(299));
        assertThat(asked.isAnswered()).isFalse();

        host.advance(ofMillis(1));

        assertThat(asked.result()).containsExactly(1, 2, 3, 4);
        assertThat(host.control(OTHER)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aRequestThatTheHostGivesUpBeforeIsNotAnsweredAnyMore() {
        Host host = host((bus, clock) -> new LateFault(bus, asks(), "late", Optional.of(ofMillis(300)), clock));
        host.begin(ASK);
        host.giveUp();
        host.advance(ofMillis(300));

        assertThat(parrot.asked).isZero();
        assertThat(host.control(OTHER)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aRequestBeforeABusResetIsNotAnsweredAfterIt() {
        Host host = host((bus, clock) -> new LateFault(bus, asks(), "late", Optional.of(ofMillis(300)), clock));
        host.begin(ASK);
        host.reset();
        host.advance(ofMillis(300));

        assertThat(parrot.asked).isZero();
    }

    @Test
    void aSilentFaultNeverAnswers() {
        Host host = host((bus, clock) -> new LateFault(bus, asks(), "silent", Optional.empty(), clock));
        ControlTransfer asked = host.begin(ASK);
        host.advance(Duration.ofDays(1));

        assertThat(asked.isAnswered()).isFalse();
        host.giveUp();
        assertThat(host.control(OTHER)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void anAnswerFaultChangesWhatTheHostGets() {
        Host host = host((bus, clock) -> new AnswerFault(bus, asks(), "answer", DataChange.bytes(1, (byte) 9)));

        assertThat(host.control(ASK)).containsExactly(1, 9, 3, 4);
        assertThat(host.control(OTHER)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void anAnswerIsNeverLongerThanTheHostAskedFor() {
        Host host = host((bus, clock) -> new AnswerFault(bus, asks(), "long", DataChange.length(100)));

        assertThat(host.control(ASK)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aDataFaultChangesWhatTheDeviceGets() {
        Host host = host((bus, clock) -> new DataFault(bus, Trigger.each(TELL::equals), "lost", DataChange.lost()));
        host.control(TELL, (byte) 1, (byte) 2, (byte) 3, (byte) 4);

        assertThat(parrot.told).containsExactly(ByteBuffer.wrap(new byte[] {-1, -1, -1, -1}));
    }

    @Test
    void aLeaveFaultLeavesBeforeTheAnswer() {
        Host host = host((bus, clock) ->
                new LeaveFault(bus, asks(), "leave", Moment.BEFORE, Duration.ZERO, clock, () -> left.add("left")));

        assertThat(host.begin(ASK).isAnswered()).isFalse();
        assertThat(left).containsExactly("left");
        assertThat(parrot.asked).isZero();
    }

    @Test
    void aLeaveFaultLeavesAfterTheAnswer() {
        Host host = host((bus, clock) ->
                new LeaveFault(bus, asks(), "leave", Moment.AFTER, Duration.ZERO, clock, () -> left.add("left")));

        assertThat(host.control(OTHER)).containsExactly(1, 2, 3, 4);
        assertThat(left).isEmpty();
        assertThat(host.control(ASK)).containsExactly(1, 2, 3, 4);
        assertThat(left).containsExactly("left");
    }

    @Test
    void aLeaveFaultLeavesInTheStatusStage() {
        Host host = host((bus, clock) -> new LeaveFault(
                bus, asks(), "leave", Moment.STATUS_STAGE, Duration.ZERO, clock, () -> left.add("left")));

        assertThat(host.control(OTHER)).containsExactly(1, 2, 3, 4);
        assertThat(left).isEmpty();
        int before = parrot.asked;
        assertThat(host.begin(ASK).isAnswered()).isFalse();
        assertThat(parrot.asked).isEqualTo(before + 1);
        assertThat(left).containsExactly("left");
    }

    @Test
    void aLeaveFaultLeavesLater() {
        Host host = host((bus, clock) ->
                new LeaveFault(bus, asks(), "leave", Moment.AFTER, ofMillis(300), clock, () -> left.add("left")));
        host.control(ASK);
        host.advance(ofMillis(299));
        assertThat(left).isEmpty();

        host.advance(ofMillis(1));

        assertThat(left).containsExactly("left");
    }

    @Test
    void aLeaveFaultThatStrikesAgainIsNotPutOff() {
        Host host = host((bus, clock) ->
                new LeaveFault(bus, asks(), "leave", Moment.AFTER, ofMillis(300), clock, () -> left.add("left")));
        host.control(ASK);
        host.advance(ofMillis(200));
        host.control(ASK);
        host.advance(ofMillis(100));

        assertThat(left).containsExactly("left");
    }

    @Test
    void aLeaveFaultLeavesAtABusReset() {
        Host host = host((bus, clock) -> leaving(bus, clock, new Occasion.Event(BusEvent.RESET)));
        left.clear();
        host.control(ASK);
        assertThat(left).isEmpty();

        host.reset();

        assertThat(left).containsExactly("left");
    }

    @Test
    void aLeaveFaultLeavesOnceTheHostHasSelectedAConfiguration() {
        host((bus, clock) -> leaving(bus, clock, new Occasion.Event(BusEvent.CONFIGURED)));

        assertThat(left).containsExactly("left");
    }

    @Test
    void aLeaveFaultLeavesWhenItIsAttached() {
        List<FaultyBus> faulty = new ArrayList<>();
        Host host = host((bus, clock) -> {
            faulty.add(leaving(bus, clock, new Occasion.Attachment()));
            return faulty.get(0);
        });
        host.control(ASK);
        assertThat(left).isEmpty();

        faulty.get(0).attached();
        host.control(ASK);

        assertThat(left).containsExactly("left");
    }

    private FaultyBus leaving(UsbBus bus, InstantSource clock, Occasion occasion) {
        return new LeaveFault(
                bus, when(occasion), "leave", Moment.BEFORE, Duration.ZERO, clock, () -> left.add("left"));
    }

    private static Trigger when(Occasion occasion) {
        return new Trigger(occasion::equals, 1, Trigger.EVERLASTING, 1, 1, 0);
    }

    @Test
    void faultsDecorateOneAnother() {
        Host host = host((bus, clock) -> new AnswerFault(
                new LateFault(bus, asks(), "late", Optional.of(ofMillis(5)), clock),
                asks(),
                "answer",
                DataChange.length(1)));
        ControlTransfer asked = host.begin(ASK);
        host.advance(ofMillis(5));

        assertThat(asked.result()).containsExactly(1);
    }
}
