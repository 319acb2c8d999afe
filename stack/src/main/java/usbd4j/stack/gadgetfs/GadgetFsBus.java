package usbd4j.stack.gadgetfs;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.BusEvent;
import usbd4j.stack.BusListener;
import usbd4j.stack.Direction;
import usbd4j.stack.Endpoint;
import usbd4j.stack.Recipient;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.udc.ControllerBus;
import usbd4j.stack.udc.EventType;
import usbd4j.stack.udc.ResetEvidence;

/**
 * The bus on a mounted GadgetFS. {@link #open} attaches the device.
 *
 * <p>Strings, SET_CONFIGURATION, SET_INTERFACE with its alternate setting, GET_INTERFACE, features and whatever else the
 * controller's driver does not know reach the device. An OUT request with a data stage cannot be refused: by the time the
 * device is asked, the kernel has fetched the data. A refused one is then seen by the host as if it had been taken. And no
 * data stage of a control transfer is longer than 256 bytes: the kernel stalls a longer one from the host, and gives the
 * host no more. Nor does a host wait for the device to take data: of a request that comes too soon after one with data, only
 * the later may be seen.
 *
 * <p>Reading sooner makes that rarer and cannot prevent it, since the kernel has completed the first request by itself and has
 * one place for the next. A C program that does nothing but read, at real-time priority, still loses one request in some
 * thousands to a host that goes on at once, and one in twenty where the virtual board has to wait for its own machine (Linux
 * 6.1 and 6.12). So nothing that consists of such requests, as a firmware download does, is to be built on this bus.
 *
 * <p>And a program that is killed in the middle of an answer takes the kernel with it, as does a controller that vanishes then
 * (Linux 6.1 and 6.12: GadgetFS frees the answer while the controller's driver still has it). {@link #close} and {@link #detach}
 * see to it that there is none.
 */
public final class GadgetFsBus extends ControllerBus {
    private static final Logger LOG = System.getLogger(GadgetFsBus.class.getName());

    /** A host that is there does so within two or three frames, and a virtual board may have to wait for its machine. */
    private static final Duration HOST_TAKES_ANSWER = Duration.ofMillis(50);

    private final Path directory;
    private final List<GadgetFsEndpoint> endpoints = new ArrayList<>();
    private final Completions completions = new Completions();
    private @Nullable Attachment attachment;
    private Optional<ByteBuffer> fetched = Optional.empty();
    private boolean isRefusable;
    private boolean isSuspended;
    private boolean isLeft;

    /**
     * A bus that is not open.
     *
     * @param directory where GadgetFS is mounted
     * @param controller the USB device controller's directory in sysfs, such as {@code /sys/class/udc/fe980000.usb}
     */
    public GadgetFsBus(Path directory, Path controller) {
        super(controller);
        this.directory = directory;
    }

    @Override
    public void open(Descriptors descriptors) {
        attachment = new Attachment(directory, controller(), descriptors);
        use(completions.wakeUp());
        use(attachment.attach());
        AddressMap addresses = attachment.addresses();
        List<EndpointDescriptor> full = descriptors.configuration().endpoints(Speed.FULL);
        List<EndpointDescriptor> high = descriptors.configuration().endpoints(Speed.HIGH);
        for (int i = 0; i < high.size(); i++) {
            endpoints.add(new GadgetFsEndpoint(
                    attachment.file(addresses.file(high.get(i))),
                    addresses.shown(full.get(i)),
                    addresses.shown(high.get(i)),
                    completions));
        }
    }

    private Attachment attachment() {
        return requireNonNull(attachment, "the bus is not open");
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.copyOf(endpoints);
    }

    @Override
    public void enable(Endpoint endpoint) {
        own(endpoint).enable();
    }

    @Override
    public void disable(Endpoint endpoint) {
        own(endpoint).close();
    }

    @Override
    public boolean isHalted(Endpoint endpoint) {
        return own(endpoint).isHalted();
    }

    private GadgetFsEndpoint own(Endpoint endpoint) {
        return endpoints.get(endpoints.indexOf(endpoint));
    }

    /** No event tells that the controller is gone. */
    @Override
    protected boolean isBound() {
        return false;
    }

    @Override
    protected void event(ByteBuffer data, int code, BusListener listener) {
        Optional<GadgetFsEvent> known = GadgetFsEvent.of(code);
        LOG.log(Level.TRACE, "GadgetFS event {0}", known);
        switch (known.orElse(GadgetFsEvent.NOP)) {
            case NOP -> {}
            case CONNECT -> happened(hostGoesOn(), listener);
            case DISCONNECT -> {
                isSuspended = false;
                endpoints.forEach(GadgetFsEndpoint::close);
                happened(meaningOf(EventType.DISABLE), listener);
            }
            case SUSPEND -> {
                isSuspended = true;
                happened(meaningOf(EventType.SUSPEND), listener);
            }
            case SETUP -> setup(SetupPacket.read(data), listener);
        }
    }

    /** Requests tell here what the host does with the configuration, and so nothing else needs to be watched. */
    private List<BusEvent> meaningOf(EventType type) {
        return meaningOf(type, ResetEvidence.UNWATCHED);
    }

    private void setup(SetupPacket seen, BusListener listener) {
        if (isSuspended) {
            isSuspended = false;
            happened(meaningOf(EventType.RESUME), listener);
        }
        SetupPacket setup = withDeclaredAddress(seen);
        ep0().begin(setup);
        // The host does not wait for the device to take them, and its next request would be lost if it came before.
        fetched = hasData(setup) ? super.receiveData(setup.wLength()) : Optional.empty();
        if (hasData(setup) && fetched.isEmpty()) {
            reattach(setup, listener);
            return;
        }
        isRefusable = !hasData(setup);
        listener.setup(setup);
        if (StandardRequest.of(setup).equals(Optional.of(StandardRequest.SET_CONFIGURATION))) {
            configured(setup.wValue());
        }
    }

    /**
     * The next request has come between this one and its data: the kernel has thrown the data away, and would take whatever
     * is written or read from now on for an answer to a request that nobody has seen.
     */
    private void reattach(SetupPacket lost, BusListener listener) {
        LOG.log(
                Level.WARNING,
                "the host went on before {0} had its data, and GadgetFS lost them: the device leaves the bus and comes back",
                lost);
        detach();
        tellCompletions(listener);
        attach();
    }

    /** The classes have been told already, by whoever answered the request; the history must know it, too. */
    private void configured(int bConfigurationValue) {
        if (bConfigurationValue == 0) {
            deconfigured();
        } else {
            List<BusEvent> known = meaningOf(EventType.ENABLE);
            LOG.log(Level.TRACE, "configuration {0}, {1}", bConfigurationValue, known);
        }
    }

    private SetupPacket withDeclaredAddress(SetupPacket seen) {
        return seen.recipient() == Recipient.ENDPOINT
                ? seen.withTarget(attachment().addresses().declared(seen.target()))
                : seen;
    }

    /** A request tells when the host takes the configuration back; a host that is gone without one has left. */
    @Override
    protected void happened(List<BusEvent> events, BusListener listener) {
        super.happened(
                events.stream()
                        .map(each -> each == BusEvent.DECONFIGURED ? BusEvent.DETACHED : each)
                        .toList(),
                listener);
    }

    private static boolean hasData(SetupPacket setup) {
        return setup.direction() == Direction.OUT && setup.wLength() > 0;
    }

    @Override
    public Optional<ByteBuffer> receiveData(int wLength) {
        return fetched;
    }

    @Override
    public void stall(String reason) {
        if (isRefusable) {
            super.stall(reason);
        } else {
            LOG.log(Level.DEBUG, "the host is not told of the refusal: GadgetFS had taken the data");
        }
    }

    /** Takes the device from the bus until {@link #attach}. The classes learn it in the next {@link #await}. */
    public void detach() {
        endpoints.forEach(GadgetFsEndpoint::close);
        letHostTakeAnswer();
        attachment().detach();
        leave();
        deconfigured();
        isLeft = true;
        completions.wakeUp().signal();
    }

    /** GadgetFS does not wait until the host has taken an answer, and there is nothing to learn it from. */
    private void letHostTakeAnswer() {
        Duration left = HOST_TAKES_ANSWER.minus(ep0().sinceAnswer());
        if (!left.isNegative()) {
            LockSupport.parkNanos(left.toNanos());
        }
    }

    /** Puts the device on the bus again. */
    public void attach() {
        use(attachment().attach());
    }

    @Override
    protected void tellCompletions(BusListener listener) {
        completions.tell(listener);
        if (isLeft) {
            isLeft = false;
            listener.event(BusEvent.DETACHED);
        }
    }

    /** Closes all files; the device leaves the bus. */
    @Override
    public void close() {
        endpoints.forEach(GadgetFsEndpoint::close);
        if (attachment != null) {
            attachment.detach();
        }
        super.close();
        completions.close();
    }
}
