package usbd4j.stack.memory;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.BusEvent;
import usbd4j.stack.BusListener;
import usbd4j.stack.UsbBus;
import usbd4j.stack.descriptor.Descriptors;

/** A bus with no wires: what {@link Host} does at one end comes out at the other. */
final class MemoryBus implements UsbBus {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Queue<BusEvent> events = new ArrayDeque<>();
    private @Nullable Transfer transfer;
    private Optional<Duration> timeout = Optional.empty();
    private @Nullable Descriptors descriptors;

    @Override
    public void open(Descriptors shown) {
        descriptors = shown;
    }

    /** {@return what the device shows, or null if it is not open} */
    @Nullable Descriptors descriptors() {
        return descriptors;
    }

    void happen(BusEvent event) {
        events.add(event);
    }

    void begin(Transfer begun) {
        transfer = begun;
    }

    /** {@return whether something is waiting to be told} */
    boolean isBusy() {
        return transfer != null || !events.isEmpty();
    }

    /** {@return how long the device would have waited the last time} */
    Optional<Duration> timeout() {
        return timeout;
    }

    @Override
    public void await(Optional<Duration> atMost, BusListener listener) {
        timeout = atMost;
        if (!events.isEmpty()) {
            listener.event(events.remove());
        } else if (transfer != null) {
            listener.setup(transfer.setup());
            transfer = null;
        }
    }

    @Override
    public void wakeUp() {
        // It never sleeps.
    }

    @Override
    public boolean sendData(ByteBuffer data) {
        return transfer().answer(data);
    }

    @Override
    public Optional<ByteBuffer> receiveData(int wLength) {
        ByteBuffer data = transfer().sent();
        return transfer().answer(NOTHING) ? Optional.of(data) : Optional.empty();
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

    private Transfer transfer() {
        if (transfer == null) {
            throw new IllegalStateException("there is no request to answer");
        }
        return transfer;
    }
}
