package usbd4j.stack.memory;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.BusEvent;
import usbd4j.stack.BusListener;
import usbd4j.stack.Endpoint;
import usbd4j.stack.Transfer;
import usbd4j.stack.UsbBus;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.Speed;

/** A bus in memory: connects a {@link Host} to a device in the same thread. */
final class MemoryBus implements UsbBus {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Queue<BusEvent> events = new ArrayDeque<>();
    private final Queue<Transfer> over = new ArrayDeque<>();
    private @Nullable ControlTransfer transfer;
    private @Nullable ControlTransfer held;
    private boolean isGivenUp;
    private List<MemoryEndpoint> endpoints = List.of();
    private final Speed speed;
    private boolean isSuspended;
    private Optional<Duration> timeout = Optional.empty();
    private @Nullable Descriptors descriptors;

    MemoryBus(Speed speed) {
        this.speed = speed;
    }

    @Override
    public void open(Descriptors shown) {
        descriptors = shown;
        endpoints = shown.configurations().stream()
                .flatMap(each -> each.endpoints(speed).stream())
                .map(each -> new MemoryEndpoint(each, over))
                .toList();
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.copyOf(endpoints);
    }

    @Override
    public Speed speed() {
        return speed;
    }

    @Override
    public void enable(Endpoint endpoint) {
        own(endpoint).enable();
    }

    @Override
    public void disable(Endpoint endpoint) {
        own(endpoint).disable();
    }

    @Override
    public boolean isHalted(Endpoint endpoint) {
        return own(endpoint).isHalted();
    }

    @Override
    public void babble(Endpoint endpoint) {
        own(endpoint).babble();
    }

    private MemoryEndpoint own(Endpoint endpoint) {
        return endpoints.get(endpoints.indexOf(endpoint));
    }

    @Override
    public boolean wakeUpHost() {
        if (isSuspended) {
            happen(BusEvent.RESUMED);
        }
        return true;
    }

    /** {@return the enabled endpoint with this address} */
    MemoryEndpoint endpoint(int bEndpointAddress) {
        if (endpoints.stream().noneMatch(MemoryEndpoint::isEnabled)) {
            throw new IllegalStateException("the device is not configured");
        }
        return endpoints.stream()
                .filter(MemoryEndpoint::isEnabled)
                .filter(each -> each.descriptor().bEndpointAddress() == bEndpointAddress)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "endpoint 0x%02x does not exist or is not enabled".formatted(bEndpointAddress)));
    }

    /** {@return the device's descriptors, or null if the bus is closed} */
    @Nullable Descriptors descriptors() {
        return descriptors;
    }

    /** Queues a bus event. */
    void happen(BusEvent event) {
        switch (event) {
            case RESET, DETACHED -> {
                isSuspended = false;
                giveUp();
                endpoints.forEach(MemoryEndpoint::disable);
            }
            case SUSPENDED -> isSuspended = true;
            case RESUMED -> isSuspended = false;
            case CONFIGURED, DECONFIGURED ->
                throw new IllegalArgumentException("send SET_CONFIGURATION instead of signalling " + event);
        }
        events.add(event);
    }

    void begin(ControlTransfer begun) {
        giveUp();
        transfer = begun;
    }

    /** Gives up the request for whose answer the host waits, if there is one. */
    void giveUp() {
        isGivenUp |= held != null;
        held = null;
    }

    /** {@return whether anything is waiting to be delivered to the device} */
    boolean isBusy() {
        return transfer != null || isGivenUp || !events.isEmpty() || !over.isEmpty();
    }

    /** {@return the timeout of the device's last await()} */
    Optional<Duration> timeout() {
        return timeout;
    }

    @Override
    public void await(Optional<Duration> atMost, BusListener listener) {
        timeout = atMost;
        if (isGivenUp) {
            isGivenUp = false;
            listener.givenUp();
        } else if (!over.isEmpty()) {
            listener.transferred(over.remove());
        } else if (!events.isEmpty()) {
            listener.event(events.remove());
        } else if (transfer != null) {
            ControlTransfer begun = transfer;
            listener.setup(begun.setup());
            transfer = null;
        }
    }

    @Override
    public void wakeUp() {
        // await() never blocks.
    }

    @Override
    public void hold() {
        held = transfer();
    }

    @Override
    public boolean sendData(ByteBuffer data) {
        return transfer().answer(data);
    }

    @Override
    public Optional<ByteBuffer> receiveData(int wLength) {
        ControlTransfer answered = transfer();
        return answered.answer(NOTHING) ? Optional.of(answered.sent()) : Optional.empty();
    }

    @Override
    public boolean acknowledge() {
        return transfer().answer(NOTHING);
    }

    @Override
    public void stall(String reason) {
        transfer().stall(reason);
    }

    @Override
    public void close() {
        descriptors = null;
    }

    private ControlTransfer transfer() {
        ControlTransfer current = transfer == null ? held : transfer;
        if (current == null) {
            throw new IllegalStateException("no control transfer is in progress");
        }
        held = null;
        return current;
    }
}
