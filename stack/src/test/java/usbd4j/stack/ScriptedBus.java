package usbd4j.stack;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.Speed;

/** A bus on which each wait ends as the test says. */
final class ScriptedBus implements UsbBus {
    /** What happens in the waits to come; in those after them, nothing. */
    final Queue<Consumer<BusListener>> script = new ArrayDeque<>();

    /** Called while a request is acknowledged. */
    Runnable statusStage = () -> {};

    /** How long the device would have waited, each time. */
    final List<Optional<Duration>> timeouts = new ArrayList<>();

    /** How often the device was woken up, for a wait that waits for that. */
    final Semaphore wakeUps = new Semaphore(0);

    boolean refusesToOpen;
    int timesClosed;

    @Override
    public void open(Descriptors descriptors) {
        if (refusesToOpen) {
            throw new UsbException("cannot open the bus");
        }
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of();
    }

    @Override
    public Speed speed() {
        return Speed.HIGH;
    }

    @Override
    public void await(Optional<Duration> timeout, BusListener listener) {
        timeouts.add(timeout);
        if (!script.isEmpty()) {
            script.remove().accept(listener);
        }
    }

    @Override
    public void hold() {}

    @Override
    public void wakeUp() {
        wakeUps.release();
    }

    @Override
    public boolean sendData(ByteBuffer data) {
        return true;
    }

    @Override
    public Optional<ByteBuffer> receiveData(int wLength) {
        return Optional.of(ByteBuffer.allocate(wLength));
    }

    @Override
    public boolean acknowledge() {
        statusStage.run();
        return true;
    }

    @Override
    public void stall(String reason) {}

    @Override
    public void close() {
        timesClosed++;
    }
}
