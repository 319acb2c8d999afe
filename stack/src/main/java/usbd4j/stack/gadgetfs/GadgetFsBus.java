package usbd4j.stack.gadgetfs;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.BusEvent;
import usbd4j.stack.BusListener;
import usbd4j.stack.Endpoint;
import usbd4j.stack.Recipient;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.udc.EventType;
import usbd4j.stack.udc.ResetEvidence;

/**
 * The bus on a mounted GadgetFS. {@link #open} attaches the device.
 *
 * <p>The device receives requests for strings, SET_CONFIGURATION, SET_INTERFACE with its alternate setting, GET_INTERFACE,
 * SET_FEATURE and CLEAR_FEATURE, and everything else that the controller's driver does not handle. GadgetFS limits control
 * transfers:
 *
 * <ul>
 *   <li>The device cannot stall an OUT request with a data stage. The kernel has already received the data when the device
 *       sees the request, so the host takes a refused request for accepted.
 *   <li>A data stage has at most 256 bytes. The kernel stalls a longer OUT request and cuts a longer IN request short.
 *   <li>A request can be lost if it follows one with an OUT data stage too soon: the host does not wait for the device, and
 *       the kernel has room for one request.
 *   <li>If the device answers a request at the moment at which the host gives it up, the answer can reach the host as that to its
 *       next request: the kernel does not look again whether a request has come.
 * </ul>
 *
 * <p>Reading sooner makes such losses rarer but cannot prevent them. Even a C program that only reads, at real-time priority,
 * loses one request in some thousands if the host continues at once, and one in twenty on a virtual board on a busy machine
 * (Linux 6.1 and 6.12). Do not use this bus for protocols that consist of such requests, as a firmware download does.
 *
 * <p>Linux (6.1 and 6.12) crashes if the process is killed, or the controller removed, while an answer is pending: GadgetFS
 * frees the answer while the controller's driver still uses it. {@link #close} and {@link #detach} make sure that none is.
 */
public final class GadgetFsBus extends GadgetFsRequests {
    private static final Logger LOG = System.getLogger(GadgetFsBus.class.getName());

    /** A connected host does so within two or three frames; a virtual board on a busy machine needs longer. */
    private static final Duration HOST_TAKES_ANSWER = Duration.ofMillis(50);

    /** A host gives a device up that does not answer SET_CONFIGURATION in time: Linux after 5 s. */
    private static final Duration HOST_WAITS = Duration.ofMillis(4500);

    private final Path directory;
    private final GadgetFsEndpoints endpoints = new GadgetFsEndpoints();
    private @Nullable Attachment attachment;
    private boolean isConnected;
    private boolean isSuspended;
    private boolean isLeft;

    /** Creates a bus that is not open yet.
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
        use(endpoints.completions().wakeUp());
        use(attachment.attach());
        endpoints.create(descriptors.configuration(), attachment);
    }

    private Attachment attachment() {
        return requireNonNull(attachment, "the bus is not open");
    }

    @Override
    public List<Endpoint> endpoints() {
        return endpoints.all();
    }

    @Override
    public void enable(Endpoint endpoint) {
        endpoints.own(endpoint).enable();
    }

    @Override
    public void disable(Endpoint endpoint) {
        endpoints.own(endpoint).close();
    }

    @Override
    public boolean isHalted(Endpoint endpoint) {
        return endpoints.own(endpoint).isHalted();
    }

    /** Always false, because no event reports the controller's removal. */
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
            case CONNECT -> {
                // CONNECT purges the queue of events: a device that is slow to read never sees the DISCONNECT before
                // it.
                if (isConnected) {
                    disconnected(listener);
                }
                isConnected = true;
                happened(watch().hostGoesOn(), listener);
            }
            case DISCONNECT -> disconnected(listener);
            case SUSPEND -> {
                isSuspended = true;
                happened(meaningOf(EventType.SUSPEND), listener);
            }
            case SETUP -> setup(SetupPacket.read(data), listener);
        }
    }

    private void disconnected(BusListener listener) {
        isConnected = false;
        isSuspended = false;
        endpoints.dropped(listener);
        happened(meaningOf(EventType.DISABLE), listener);
    }

    /** SET_CONFIGURATION reaches the device, so the kernel need not be watched. */
    private List<BusEvent> meaningOf(EventType type) {
        return watch().event(type, ResetEvidence.UNWATCHED);
    }

    private void setup(SetupPacket seen, BusListener listener) {
        if (isSuspended) {
            isSuspended = false;
            happened(meaningOf(EventType.RESUME), listener);
        }
        SetupPacket setup = withDeclaredAddress(seen);
        if (!answer(setup, listener)) {
            return;
        }
        if (StandardRequest.of(setup).equals(Optional.of(StandardRequest.SET_CONFIGURATION))) {
            configured(setup.wValue());
        }
    }

    /** Records the configuration. The classes were already told when the request was answered. */
    private void configured(int bConfigurationValue) {
        if (bConfigurationValue == 0) {
            watch().deconfigured();
        } else {
            List<BusEvent> known = meaningOf(EventType.ENABLE);
            LOG.log(Level.TRACE, "configuration {0}, {1}", bConfigurationValue, known);
            if (ageOfEvent().compareTo(HOST_WAITS) > 0) {
                LOG.log(
                        Level.WARNING,
                        "SET_CONFIGURATION was answered so late that the host may have given up: the device disconnects and connects again");
                reattach();
            }
        }
    }

    private SetupPacket withDeclaredAddress(SetupPacket seen) {
        return seen.recipient() == Recipient.ENDPOINT
                ? seen.withTarget(attachment().addresses().declared(seen.target()))
                : seen;
    }

    /** A request shows when the host deconfigures the device; without one, the host has disconnected. */
    @Override
    protected void happened(List<BusEvent> events, BusListener listener) {
        super.happened(
                events.stream()
                        .map(each -> each == BusEvent.DECONFIGURED ? BusEvent.DETACHED : each)
                        .toList(),
                listener);
    }

    @Override
    void reattach() {
        detach();
        attach();
    }

    /** Disconnects the device until {@link #attach}. The classes are told in the next {@link #await}. */
    public void detach() {
        endpoints.disable();
        letHostTakeAnswer();
        attachment().detach();
        leave();
        isConnected = false;
        watch().deconfigured();
        isLeft = true;
        endpoints.completions().wakeUp().signal();
    }

    /** GadgetFS does not report when the host has taken an answer, so this waits for a fixed time. */
    private void letHostTakeAnswer() {
        Duration left = HOST_TAKES_ANSWER.minus(ep0().sinceAnswer());
        if (!left.isNegative()) {
            LockSupport.parkNanos(left.toNanos());
        }
    }

    /** Connects the device again. */
    public void attach() {
        use(attachment().attach());
    }

    @Override
    protected void tellCompletions(BusListener listener) {
        if (isLeft) {
            isLeft = false;
            endpoints.dropped(listener);
            listener.event(BusEvent.DETACHED);
        } else {
            endpoints.completions().tell(listener);
        }
    }

    /** Closes all files and disconnects the device. */
    @Override
    public void close() {
        endpoints.disable();
        if (attachment != null) {
            attachment.detach();
        }
        super.close();
        endpoints.close();
    }
}
