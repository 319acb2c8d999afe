package usbd4j.stack.usbip;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.BusEvent;
import usbd4j.stack.BusListener;
import usbd4j.stack.Endpoint;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbBus;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.linux.FileDescriptor;
import usbd4j.stack.linux.Poll;
import usbd4j.stack.linux.WakeUp;

/** A bus whose host is at the other end of a socket. Whether there is one, and which, is its heirs' business. */
public abstract class UrbBus implements UsbBus {
    private static final Logger LOG = System.getLogger(UrbBus.class.getName());
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Speed speed;
    private final WakeUp wakeUp = new WakeUp();
    private final Poll poll = new Poll(wakeUp);
    private final UrbRequests requests = new UrbRequests();
    private final Queue<BusEvent> events = new ArrayDeque<>();
    private final HostLooks looks = new HostLooks();
    private final AtomicReference<@Nullable FileDescriptor> connecting = new AtomicReference<>();
    private @Nullable UrbConnection connection;

    /**
     * Creates a bus without a host.
     *
     * @param speed the speed at which the host sees the device
     */
    protected UrbBus(Speed speed) {
        this.speed = speed;
    }

    @Override
    public void open(Descriptors descriptors) {
        requests.open(descriptors, speed);
    }

    @Override
    public final List<Endpoint> endpoints() {
        return requests.endpoints();
    }

    @Override
    public final Speed speed() {
        return speed;
    }

    @Override
    public final void enable(Endpoint endpoint) {
        requests.own(endpoint).enable();
    }

    @Override
    public final void disable(Endpoint endpoint) {
        requests.own(endpoint).disable();
    }

    @Override
    public final boolean isHalted(Endpoint endpoint) {
        return requests.own(endpoint).isHalted();
    }

    @Override
    public final void babble(Endpoint endpoint) {
        requests.own(endpoint).babble();
    }

    /**
     * Connects a host. May be called on any thread.
     *
     * @param socket the device's end of the connection, which the bus closes
     */
    @SuppressWarnings("exports") // For the buses of this package, which know the system calls as well.
    protected final void connect(FileDescriptor socket) {
        connecting.set(socket);
        wakeUp.signal();
    }

    /** Disconnects the host. The classes are told in the next {@link #await}. */
    protected final void disconnect() {
        FileDescriptor refused = connecting.getAndSet(null);
        if (refused != null) {
            refused.close();
        }
        UrbConnection left = connection;
        if (refused != null || left != null) {
            disconnected();
        }
        if (left != null) {
            connection = null;
            requests.disconnected();
            poll.watchNoFile();
            left.close();
            events.add(BusEvent.DETACHED);
        }
    }

    /** Called when the host has been disconnected, or is about to be: another one may be connected. */
    protected void disconnected() {}

    @Override
    public final void await(Optional<Duration> timeout, BusListener listener) {
        flush();
        endLostConnection();
        beginConnection();
        if (tell(listener)) {
            return;
        }
        poll.await(timeout);
        if (poll.isWokenUp()) {
            wakeUp.clear();
        }
        if (poll.isReadable() || poll.isHungUp()) {
            read();
            flush();
        }
        tell(listener);
    }

    int memoryInUse() {
        return requests.memoryInUse();
    }

    /** Before the classes are called, and before the device waits. */
    private void flush() {
        if (connection != null) {
            connection.flush();
        }
    }

    private void beginConnection() {
        FileDescriptor socket = connecting.getAndSet(null);
        if (socket != null) {
            connection = requests.connected(socket);
            looks.attached();
            poll.watch(socket);
        }
    }

    private void endLostConnection() {
        UrbConnection host = connection;
        if (host != null && host.loss().isPresent()) {
            LOG.log(Level.INFO, "the host is disconnected: {0}", host.loss().get());
            disconnect();
        }
    }

    private void read() {
        UrbConnection host = connection;
        try {
            if (host != null && !host.read()) {
                disconnect();
            }
        } catch (ProtocolException e) {
            LOG.log(Level.WARNING, "the host sent what is not USB/IP ({0}), and is disconnected", e.getMessage());
            disconnect();
        }
    }

    /** {@return whether there was something to tell} */
    private boolean tell(BusListener listener) {
        boolean isTold = requests.tellCompletions(listener);
        for (BusEvent event = events.poll(); event != null; event = events.poll()) {
            listener.event(event);
            isTold = true;
        }
        Urb control = requests.nextControl();
        if (control == null) {
            return isTold;
        }
        SetupPacket setup = control.setup();
        if (looks.afterReset(setup)) {
            requests.disableEndpoints();
            requests.tellCompletions(listener);
            listener.event(BusEvent.RESET);
        }
        listener.setup(setup);
        return true;
    }

    @Override
    public final void hold() {
        requests.hold();
    }

    @Override
    public final boolean sendData(ByteBuffer data) {
        return requests.answer(data);
    }

    @Override
    public final Optional<ByteBuffer> receiveData(int wLength) {
        ByteBuffer sent = requests.sent();
        return requests.answer(NOTHING) ? Optional.of(sent) : Optional.empty();
    }

    @Override
    public final boolean acknowledge() {
        return requests.answer(NOTHING);
    }

    @Override
    public final void stall(String reason) {
        requests.stall();
    }

    @Override
    public final void wakeUp() {
        wakeUp.signal();
    }

    /** Disconnects the host. */
    @Override
    public void close() {
        disconnect();
        poll.close();
        wakeUp.close();
    }
}
