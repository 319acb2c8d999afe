package usbd4j.gadget.transcript;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.BusEvent;
import usbd4j.stack.BusListener;
import usbd4j.stack.Endpoint;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.Transfer;
import usbd4j.stack.UsbBus;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.Speed;

/** Logs what the host does, and what the device answers, and passes it on to a bus. */
public final class Transcript implements UsbBus {
    private static final Logger LOG = System.getLogger(Transcript.class.getName());
    private static final Optional<StandardRequest> SET_CONFIGURATION = Optional.of(StandardRequest.SET_CONFIGURATION);
    private static final Optional<StandardRequest> GET_DESCRIPTOR = Optional.of(StandardRequest.GET_DESCRIPTOR);
    private static final String HOST_GAVE_UP = "; the host had given up";

    private final UsbBus delegate;
    private @Nullable SetupPacket request;

    /**
     * Wraps a bus.
     *
     * @param delegate the bus
     */
    public Transcript(UsbBus delegate) {
        this.delegate = delegate;
    }

    @Override
    public void open(Descriptors descriptors) {
        delegate.open(descriptors);
    }

    @Override
    public List<Endpoint> endpoints() {
        return delegate.endpoints();
    }

    @Override
    public int stringIndex(int declared) {
        return delegate.stringIndex(declared);
    }

    @Override
    public Speed speed() {
        return delegate.speed();
    }

    @Override
    public void enable(Endpoint endpoint) {
        delegate.enable(endpoint);
    }

    @Override
    public void disable(Endpoint endpoint) {
        delegate.disable(endpoint);
    }

    @Override
    public boolean isHalted(Endpoint endpoint) {
        return delegate.isHalted(endpoint);
    }

    @Override
    public boolean wakeUpHost() {
        return delegate.wakeUpHost();
    }

    @Override
    public void await(Optional<Duration> timeout, BusListener listener) {
        delegate.await(timeout, new Listener(listener));
    }

    @Override
    public void wakeUp() {
        delegate.wakeUp();
    }

    @Override
    public void abortAnswer() {
        delegate.abortAnswer();
    }

    @Override
    public void hold() {
        delegate.hold();
        logRequest("answered later", true);
    }

    @Override
    public boolean sendData(ByteBuffer data) {
        String answer = LOG.isLoggable(Level.INFO) ? Vocabulary.answer(request(), data.duplicate()) : "";
        boolean done = delegate.sendData(data);
        // Where the device answers them itself, a host asks for more than ten before the first request that matters.
        boolean isOfEnumeration = done && StandardRequest.of(request()).equals(GET_DESCRIPTOR);
        logRequest(isOfEnumeration ? Level.DEBUG : Level.INFO, answer, done);
        return done;
    }

    @Override
    public Optional<ByteBuffer> receiveData(int wLength) {
        Optional<ByteBuffer> data = delegate.receiveData(wLength);
        logRequest(wLength + " bytes", data.isPresent());
        return data;
    }

    @Override
    public boolean acknowledge() {
        boolean done = delegate.acknowledge();
        logRequest("done", done);
        if (done && StandardRequest.of(request()).equals(SET_CONFIGURATION)) {
            // Where the device answers this request itself, the bus reports no event.
            boolean isConfigured = request().wValue() != 0;
            LOG.log(Level.INFO, () -> describe(isConfigured ? BusEvent.CONFIGURED : BusEvent.DECONFIGURED));
        }
        return done;
    }

    @Override
    public void stall(String reason) {
        delegate.stall(reason);
        logRequest("stall: " + reason, true);
    }

    @Override
    public void close() {
        delegate.close();
    }

    private SetupPacket request() {
        if (request == null) {
            throw new IllegalStateException("there is no request to answer");
        }
        return request;
    }

    private void logRequest(String answer, boolean done) {
        logRequest(Level.INFO, answer, done);
    }

    private void logRequest(Level level, String answer, boolean done) {
        LOG.log(level, () -> Vocabulary.request(request()) + " -> " + answer + (done ? "" : HOST_GAVE_UP));
    }

    private final class Listener implements BusListener {
        private final BusListener listener;

        Listener(BusListener listener) {
            this.listener = listener;
        }

        @Override
        public void setup(SetupPacket setup) {
            request = setup;
            listener.setup(setup);
        }

        @Override
        public void alternateSetting(int bInterfaceNumber, int bAlternateSetting) {
            LOG.log(Level.INFO, "interface {0}: alternate setting {1}", bInterfaceNumber, bAlternateSetting);
            listener.alternateSetting(bInterfaceNumber, bAlternateSetting);
        }

        @Override
        public void transferred(Transfer transfer) {
            listener.transferred(transfer);
        }

        @Override
        public void givenUp() {
            logRequest("not answered", false);
            listener.givenUp();
        }

        @Override
        public void event(BusEvent event) {
            LOG.log(Level.INFO, () -> describe(event));
            listener.event(event);
        }
    }

    private String describe(BusEvent event) {
        return switch (event) {
            case RESET -> "bus reset";
            case CONFIGURED -> "configured by the host, " + speed();
            case DECONFIGURED -> "deconfigured by the host";
            case SUSPENDED -> "suspended";
            case RESUMED -> "resumed";
            case DETACHED -> "no longer connected to the host";
        };
    }
}
