package usbd4j.gadget.trace;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import usbd4j.stack.BusEvent;
import usbd4j.stack.BusListener;
import usbd4j.stack.Endpoint;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbBus;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.Speed;

/** A bus on which one thing happens, and that keeps how it is used. */
final class OneThingBus implements UsbBus {
    final List<String> calls = new ArrayList<>();
    boolean hostIsThere = true;
    boolean isGone;
    private Consumer<BusListener> thing = listener -> {};

    void event(BusEvent event) {
        thing = listener -> listener.event(event);
    }

    void alternateSetting(int bInterfaceNumber, int bAlternateSetting) {
        thing = listener -> listener.alternateSetting(bInterfaceNumber, bAlternateSetting);
    }

    void setup(SetupPacket setup) {
        thing = listener -> listener.setup(setup);
    }

    @Override
    public void open(Descriptors descriptors) {
        calls.add("open");
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of();
    }

    @Override
    public Speed speed() {
        if (isGone) {
            throw new IllegalStateException("there is no controller any more");
        }
        return Speed.FULL;
    }

    @Override
    public void await(Optional<Duration> timeout, BusListener listener) {
        thing.accept(listener);
    }

    @Override
    public void hold() {}

    @Override
    public void wakeUp() {
        calls.add("wakeUp");
    }

    @Override
    public boolean sendData(ByteBuffer data) {
        calls.add("sendData " + data.remaining());
        return hostIsThere;
    }

    @Override
    public Optional<ByteBuffer> receiveData(int wLength) {
        calls.add("receiveData " + wLength);
        return hostIsThere ? Optional.of(ByteBuffer.allocate(wLength)) : Optional.empty();
    }

    @Override
    public boolean acknowledge() {
        calls.add("acknowledge");
        return hostIsThere;
    }

    @Override
    public void stall(String reason) {
        calls.add("stall " + reason);
    }

    @Override
    public void close() {
        calls.add("close");
    }
}
