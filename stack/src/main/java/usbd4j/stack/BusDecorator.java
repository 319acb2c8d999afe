package usbd4j.stack;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.Speed;

/** A bus that passes everything on to another one. What an heir overrides is different. */
public abstract class BusDecorator implements UsbBus {
    private final UsbBus delegate;

    /**
     * Wraps a bus.
     *
     * @param delegate the bus
     */
    protected BusDecorator(UsbBus delegate) {
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
    public void babble(Endpoint endpoint) {
        delegate.babble(endpoint);
    }

    @Override
    public boolean wakeUpHost() {
        return delegate.wakeUpHost();
    }

    @Override
    public void await(Optional<Duration> timeout, BusListener listener) {
        delegate.await(timeout, listener);
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
    }

    @Override
    public boolean sendData(ByteBuffer data) {
        return delegate.sendData(data);
    }

    @Override
    public Optional<ByteBuffer> receiveData(int wLength) {
        return delegate.receiveData(wLength);
    }

    @Override
    public boolean acknowledge() {
        return delegate.acknowledge();
    }

    @Override
    public void stall(String reason) {
        delegate.stall(reason);
    }

    @Override
    public void close() {
        delegate.close();
    }
}
