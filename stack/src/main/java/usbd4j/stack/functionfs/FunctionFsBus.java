package usbd4j.stack.functionfs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import usbd4j.stack.BusEvent;
import usbd4j.stack.BusListener;
import usbd4j.stack.Endpoint;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbBus;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.Configuration;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.linux.Poll;
import usbd4j.stack.linux.WakeUp;

/**
 * The bus on a mounted FunctionFS. After {@link #open} the gadget it belongs to can be bound to its controller.
 *
 * <p>The kernel answers by itself what it knows: device, configuration and string descriptors, SET_ADDRESS,
 * SET_CONFIGURATION, SET_INTERFACE and their like never come here.
 */
public final class FunctionFsBus implements UsbBus {
    private static final Logger LOG = System.getLogger(FunctionFsBus.class.getName());

    /** How often to look whether the controller is still there while no gadget is bound, and so no event would come. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final ControlFile ep0;
    private final StateAttribute state;
    private final WakeUp wakeUp;
    private final Poll poll;
    private final Path directory;
    private Optional<EndpointFiles> endpoints = Optional.empty();
    private final BusHistory history = new BusHistory();
    private long doubtSince;
    private boolean bound;

    /**
     * Opens {@code ep0}.
     *
     * @param directory where FunctionFS is mounted
     * @param controller the USB device controller's directory in sysfs, such as {@code /sys/class/udc/fe980000.usb}
     */
    public FunctionFsBus(Path directory, Path controller) {
        this.directory = directory;
        state = new StateAttribute(controller);
        try {
            ep0 = new ControlFile(directory.resolve("ep0"));
        } catch (UsbException e) {
            state.close();
            throw e;
        }
        wakeUp = new WakeUp();
        poll = new Poll(wakeUp, ep0.descriptor(), state.descriptor());
    }

    @Override
    public void open(Descriptors descriptors) {
        state.read();
        if (!ep0.accepts(DescriptorBlob.of(descriptors.configuration()))) {
            openWithoutExtras(descriptors.configuration());
        }
        if (!ep0.accepts(StringBlob.of(descriptors.strings()))) {
            throw new UsbException("the kernel refuses the device's strings (EINVAL)");
        }
        List<EndpointDescriptor> declared = descriptors.configuration().endpoints(Speed.HIGH);
        if (!declared.isEmpty()) {
            EndpointFiles files = new EndpointFiles(directory, declared);
            endpoints = Optional.of(files);
            files.watchedBy(poll);
        }
    }

    @Override
    public List<Endpoint> endpoints() {
        return endpoints.map(EndpointFiles::endpoints).orElse(List.of());
    }

    private void openWithoutExtras(Configuration configuration) {
        if (!ep0.accepts(DescriptorBlob.withoutExtras(configuration))) {
            throw new UsbException("the kernel refuses the device's descriptors (EINVAL)");
        }
        LOG.log(
                Level.WARNING,
                "this kernel refuses the device's class-specific descriptors (EINVAL; FunctionFS takes few types, DFU's"
                        + " functional descriptor from about Linux 6.12 on). The host will not find them in the"
                        + " configuration descriptor; asked for one on the interface, GET_DESCRIPTOR, the device does"
                        + " answer");
    }

    @Override
    public void await(Optional<Duration> timeout, BusListener listener) {
        do {
            poll.await(longestWait(timeout));
            // First, so that what could not be submitted yet is known when the host configures the device.
            if (poll.isCompleted()) {
                endpoints.orElseThrow().tell(listener);
            }
            if (poll.isReadable()) {
                readEvents(listener);
            } else if (poll.isAttributeChanged()) {
                happened(history.stateChanged(state.read()), listener);
            } else if (isDoubtOver()) {
                happened(history.doubtIsOver(), listener);
            } else if (!bound) {
                state.read();
            }
            if (poll.isWokenUp()) {
                wakeUp.clear();
                return;
            }
            // The classes' deadlines wait until it is clear what happened: a reset may have come in time.
        } while (history.doubt().isPresent());
    }

    private void readEvents(BusListener listener) {
        boolean touched = poll.isAttributeChanged();
        ByteBuffer events = ep0.readEvents();
        while (events.hasRemaining()) {
            SetupPacket setup = SetupPacket.read(events);
            Optional<EventType> type = EventType.of(events.get());
            events.position(events.position() + ControlFile.EVENT_PADDING);
            LOG.log(Level.TRACE, "FunctionFS event {0}", type);
            if (type.isEmpty()) {
                continue;
            }
            if (type.get() == EventType.SETUP) {
                ep0.begin(setup);
                listener.setup(setup);
            } else {
                event(type.get(), touched, listener);
                touched = false;
            }
        }
    }

    private void event(EventType type, boolean touched, BusListener listener) {
        Optional<Duration> doubtBefore = history.doubt();
        List<BusEvent> happened = history.event(type, state.read(), touched);
        if (!history.doubt().equals(doubtBefore)) {
            doubtSince = System.nanoTime();
        }
        happened(happened, listener);
        if (type == EventType.ENABLE) {
            endpoints.ifPresent(EndpointFiles::enable);
        }
        if (type == EventType.BIND || type == EventType.UNBIND) {
            bound = type == EventType.BIND;
        }
    }

    /** Here and in {@link #await}, what happens in every turn allocates nothing, not even a lambda. */
    private Optional<Duration> longestWait(Optional<Duration> timeout) {
        Optional<Duration> doubt = history.doubt();
        if (doubt.isPresent()) {
            return Optional.of(leftOf(doubt.get()));
        }
        return bound ? timeout : Optional.of(look(timeout));
    }

    private boolean isDoubtOver() {
        Optional<Duration> doubt = history.doubt();
        return doubt.isPresent() && leftOf(doubt.get()).isZero();
    }

    private static Duration look(Optional<Duration> timeout) {
        return timeout.filter(each -> each.compareTo(BETWEEN_LOOKS) < 0).orElse(BETWEEN_LOOKS);
    }

    private Duration leftOf(Duration doubt) {
        Duration left = doubt.minusNanos(System.nanoTime() - doubtSince);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static void happened(List<BusEvent> events, BusListener listener) {
        events.forEach(listener::event);
    }

    @Override
    public void wakeUp() {
        wakeUp.signal();
    }

    @Override
    public boolean sendData(ByteBuffer data) {
        return ep0.send(data);
    }

    @Override
    public Optional<ByteBuffer> receiveData(int wLength) {
        return ep0.receive(wLength);
    }

    @Override
    public boolean acknowledge() {
        return ep0.acknowledge();
    }

    @Override
    public void stall(String reason) {
        ep0.stall();
    }

    /** Closes all files; the kernel then unbinds the gadget, if it still is bound. */
    @Override
    public void close() {
        endpoints.ifPresent(EndpointFiles::close);
        ep0.close();
        state.close();
        wakeUp.close();
    }
}
