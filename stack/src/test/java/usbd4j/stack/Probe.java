package usbd4j.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import usbd4j.stack.descriptor.AlternateSetting;
import usbd4j.stack.descriptor.Descriptor;
import usbd4j.stack.descriptor.UsbInterface;
import usbd4j.stack.descriptor.UsbString;

/** A class that does as the host asks, and keeps what it is told until a test on any thread wants to know. */
final class Probe implements UsbClass {
    private static final long GENEROUS_SECONDS = 20;

    /** How much later an answer that comes later comes. */
    private static final Duration LATER = Duration.ofSeconds(2);

    /** What a request asks for, and its bRequest. */
    enum Request {
        /** IN: answer with as many bytes as wValue says. */
        SEND(0x10),
        /** OUT: take the data. */
        RECEIVE(0x11),
        /** OUT: keep wValue after the status stage. */
        ACKNOWLEDGE(0x12),
        /** Either way: stall. */
        REFUSE(0x13),
        /** Either way: throw. */
        FAIL(0x14),
        /** Either way: answer as SEND, RECEIVE or ACKNOWLEDGE would, but later. */
        LATER(0x15);

        private final int bRequest;

        Request(int bRequest) {
            this.bRequest = bRequest;
        }

        int bRequest() {
            return bRequest;
        }
    }

    /** The class-specific descriptor of its interface; the type is a vendor's. */
    static final Descriptor DESCRIPTOR = new Descriptor() {
        @Override
        public int bLength() {
            return 5;
        }

        @Override
        public int bDescriptorType() {
            return 0x41;
        }

        @Override
        public void writeFields(ByteBuffer buffer) {
            buffer.put((byte) 0x01).put((byte) 0x23).put((byte) 0x45);
        }
    };

    /** A string that no descriptor points to. */
    static final UsbString STRING = UsbString.of("as the host asked");

    private volatile int stringIndex;
    private final BlockingQueue<BusEvent> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<byte[]> received = new LinkedBlockingQueue<>();
    private final BlockingQueue<ByteOrder> byteOrders = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> acknowledged = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> givenUp = new LinkedBlockingQueue<>();
    private Optional<Runnable> answer = Optional.empty();
    private Instant due = Instant.EPOCH;
    private final BlockingQueue<Request> refused = new LinkedBlockingQueue<>();

    /** {@return a request to the probe} */
    static SetupPacket request(Direction direction, Request request, int wValue, int wLength) {
        return SetupPacket.of(
                direction, RequestType.VENDOR, Recipient.INTERFACE, request.bRequest(), wValue, 0, wLength);
    }

    /** {@return a request to send as many bytes as length says} */
    static SetupPacket send(int length, int wLength) {
        return request(Direction.IN, Request.SEND, length, wLength);
    }

    /** {@return a request to send as many bytes as length says, but later} */
    static SetupPacket sendLater(int length) {
        return request(Direction.IN, Request.LATER, length, length);
    }

    /** {@return a request to take data} */
    static SetupPacket receive(int wLength) {
        return request(Direction.OUT, Request.RECEIVE, 0, wLength);
    }

    /** {@return a request without data} */
    static SetupPacket acknowledge(int wValue) {
        return request(Direction.OUT, Request.ACKNOWLEDGE, wValue, 0);
    }

    /** {@return bytes of which each tells its place, also beyond the 256th} */
    static byte[] pattern(int length) {
        byte[] pattern = new byte[length];
        for (int i = 0; i < length; i++) {
            pattern[i] = (byte) (i % 251);
        }
        return pattern;
    }

    @Override
    public List<UsbInterface> interfaces() {
        return List.of(UsbInterface.of(AlternateSetting.of(0xFF, 0x00, 0x00)
                .named(Optional.of(UsbString.of("probe")))
                .showing(DESCRIPTOR)));
    }

    @Override
    public List<UsbString> strings() {
        return List.of(STRING);
    }

    @Override
    public void stringIndexes(List<Integer> indexes) {
        stringIndex = indexes.get(0);
    }

    /** {@return where the host finds the string; asked after something else that the device told} */
    int stringIndex() {
        return stringIndex;
    }

    @Override
    public Optional<Reply> control(SetupPacket setup, Instant now) {
        return EnumSet.allOf(Request.class).stream()
                .filter(request -> setup.type() != RequestType.STANDARD && request.bRequest() == setup.bRequest())
                .map(request -> answer(request, setup, now))
                .findFirst();
    }

    private Reply answer(Request request, SetupPacket setup, Instant now) {
        if (request == Request.REFUSE || request == Request.FAIL) {
            refused.add(request);
        }
        return switch (request) {
            case SEND -> Reply.data(ByteBuffer.wrap(pattern(setup.wValue())));
            case RECEIVE -> Reply.receive(this::keep);
            case ACKNOWLEDGE -> Reply.ack(then -> acknowledged.add(setup.wValue()));
            case REFUSE -> Reply.stall("as the host asked");
            case FAIL -> throw new IllegalStateException("as the host asked");
            case LATER -> later(setup, now);
        };
    }

    private Reply later(SetupPacket setup, Instant now) {
        LaterReply reply = Reply.later(Duration.ofSeconds(GENEROUS_SECONDS), () -> {
            answer = Optional.empty();
            givenUp.add(setup.wValue());
        });
        Request meant = setup.direction() == Direction.IN
                ? Request.SEND
                : setup.wLength() > 0 ? Request.RECEIVE : Request.ACKNOWLEDGE;
        answer = Optional.of(() -> reply.answer(answer(meant, setup, now)));
        due = now.plus(LATER);
        return reply;
    }

    @Override
    public Optional<Instant> deadline() {
        return answer.isPresent() ? Optional.of(due) : Optional.empty();
    }

    @Override
    public void deadlineReached(Instant now) {
        answer.ifPresent(Runnable::run);
        answer = Optional.empty();
    }

    private void keep(ByteBuffer data) {
        byteOrders.add(data.order());
        byte[] copy = new byte[data.remaining()];
        data.get(copy);
        received.add(copy);
    }

    @Override
    public void event(BusEvent event, Instant now) {
        // A host may let the bus go idle whenever it likes.
        if (event != BusEvent.SUSPENDED && event != BusEvent.RESUMED) {
            events.add(event);
        }
    }

    BusEvent nextEvent() {
        return next(events, "event");
    }

    byte[] nextReceived() {
        return next(received, "data");
    }

    ByteOrder nextByteOrder() {
        return next(byteOrders, "data");
    }

    int nextAcknowledged() {
        return next(acknowledged, "status stage");
    }

    int nextGivenUp() {
        return next(givenUp, "request that the host gave up");
    }

    Request nextRefused() {
        return next(refused, "request to refuse");
    }

    private static <T> T next(BlockingQueue<T> queue, String what) {
        try {
            T next = queue.poll(GENEROUS_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("the device is told of the next %s", what).isNotNull();
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
