package usbd4j.gadget.trace;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.BusDecorator;
import usbd4j.stack.BusEvent;
import usbd4j.stack.BusListener;
import usbd4j.stack.ListenerDecorator;
import usbd4j.stack.Outcome;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.Transfer;
import usbd4j.stack.UsbBus;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.Speed;

/** Tells what the host does, and what the device answers, and passes it on to a bus. */
public final class Transcript extends BusDecorator {
    private static final Optional<StandardRequest> SET_CONFIGURATION = Optional.of(StandardRequest.SET_CONFIGURATION);

    private final List<TraceListener> listeners;
    private final List<TraceListener> ofEndpoints;
    private final InstantSource clock;
    private final InstantSource stopwatch;
    private @Nullable SetupPacket request;
    private Instant requested = Instant.EPOCH;
    private Instant begun = Instant.EPOCH;
    private @Nullable Descriptors shown;

    /**
     * Wraps a bus.
     *
     * @param delegate the bus
     * @param listeners are told, on the device thread
     * @param clock the time of the events
     * @param stopwatch tells how long they took, also where the clock is set meanwhile
     */
    public Transcript(UsbBus delegate, List<TraceListener> listeners, InstantSource clock, InstantSource stopwatch) {
        super(delegate);
        this.listeners = List.copyOf(listeners);
        this.ofEndpoints =
                listeners.stream().filter(TraceListener::wantsEndpoints).toList();
        this.clock = clock;
        this.stopwatch = stopwatch;
    }

    @Override
    public void open(Descriptors descriptors) {
        super.open(descriptors);
        shown = descriptors;
    }

    /**
     * Called with the bus open, when a host is about to see the device.
     *
     * @param persona which of the device's personas
     * @param bus the interface that it is served through
     */
    public void attached(String persona, String bus) {
        Descriptors descriptors = requireNonNull(shown, "the bus is not open");
        tell(Attached.of(clock.instant(), persona, bus, descriptors));
    }

    @Override
    public void await(Optional<Duration> timeout, BusListener listener) {
        super.await(timeout, new Listener(listener));
    }

    @Override
    public void hold() {
        super.hold();
        tell(Ending.HELD, ControlTransfer.NO_DATA, "");
    }

    @Override
    public boolean sendData(ByteBuffer data) {
        ByteBuffer sent = data.duplicate();
        boolean done = super.sendData(data);
        tell(done ? Ending.DONE : Ending.GIVEN_UP, sent, "");
        return done;
    }

    @Override
    public Optional<ByteBuffer> receiveData(int wLength) {
        Optional<ByteBuffer> data = super.receiveData(wLength);
        tell(
                data.isPresent() ? Ending.DONE : Ending.GIVEN_UP,
                data.map(ByteBuffer::duplicate).orElse(ControlTransfer.NO_DATA),
                "");
        return data;
    }

    @Override
    public boolean acknowledge() {
        boolean done = super.acknowledge();
        tell(done ? Ending.DONE : Ending.GIVEN_UP, ControlTransfer.NO_DATA, "");
        if (done && StandardRequest.of(request()).equals(SET_CONFIGURATION)) {
            // Where the device answers this request itself, the bus reports no event.
            tell(request().wValue() != 0 ? BusEvent.CONFIGURED : BusEvent.DECONFIGURED);
        }
        return done;
    }

    @Override
    public void stall(String reason) {
        super.stall(reason);
        tell(Ending.STALLED, ControlTransfer.NO_DATA, reason);
    }

    private SetupPacket request() {
        if (request == null) {
            throw new IllegalStateException("there is no request to answer");
        }
        return request;
    }

    private void tell(Ending ending, ByteBuffer data, String reason) {
        Duration took = Duration.between(begun, stopwatch.instant());
        tell(new ControlTransfer(requested, took, request(), ending, data, reason));
    }

    private void tell(BusEvent event) {
        Optional<Speed> speed = event == BusEvent.CONFIGURED ? Optional.of(speed()) : Optional.empty();
        tell(new BusChange(clock.instant(), event, speed));
    }

    private void tell(TraceEvent event) {
        for (int i = 0; i < listeners.size(); i++) {
            listeners.get(i).happened(event);
        }
    }

    private void tell(Transfer transfer) {
        ByteBuffer data = transfer.buffer().duplicate().rewind();
        EndpointTransfer event = new EndpointTransfer(
                clock.instant(),
                transfer.endpoint().bEndpointAddress(),
                transfer.endpoint().type(),
                transfer.outcome(),
                transfer.outcome() == Outcome.DONE ? data : ControlTransfer.NO_DATA);
        ofEndpoints.forEach(each -> each.happened(event));
    }

    private final class Listener extends ListenerDecorator {
        Listener(BusListener listener) {
            super(listener);
        }

        @Override
        public void setup(SetupPacket setup) {
            request = setup;
            requested = clock.instant();
            begun = stopwatch.instant();
            super.setup(setup);
        }

        @Override
        public void alternateSetting(int bInterfaceNumber, int bAlternateSetting) {
            tell(new SettingChange(clock.instant(), bInterfaceNumber, bAlternateSetting));
            super.alternateSetting(bInterfaceNumber, bAlternateSetting);
        }

        @Override
        public void transferred(Transfer transfer) {
            if (!ofEndpoints.isEmpty()) {
                tell(transfer);
            }
            super.transferred(transfer);
        }

        @Override
        public void givenUp() {
            Transcript.this.tell(Ending.GIVEN_UP, ControlTransfer.NO_DATA, "");
            super.givenUp();
        }

        @Override
        public void event(BusEvent event) {
            tell(event);
            super.event(event);
        }
    }
}
