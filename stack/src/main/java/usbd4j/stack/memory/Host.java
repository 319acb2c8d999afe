package usbd4j.stack.memory;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import usbd4j.stack.BusEvent;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbClass;
import usbd4j.stack.UsbDevice;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.Identity;

/** A host for tests: it does to a device what the test says, and nothing by itself but configure it. */
public final class Host {
    private static final byte[] NOTHING = {};

    private final ManualClock clock = new ManualClock();
    private final MemoryBus bus = new MemoryBus();
    private final UsbDevice device;

    private Host(Identity identity, List<UsbClass> classes) {
        device = new UsbDevice(identity, classes, bus, clock);
    }

    /**
     * {@return a host with a device that it has configured}
     *
     * @param classes the device's functions
     */
    public static Host attach(UsbClass... classes) {
        return attach(Identity.of(0x1209, 0x0001), classes);
    }

    /**
     * {@return a host with a device that it has configured}
     *
     * @param identity who the device says it is
     * @param classes its functions
     */
    public static Host attach(Identity identity, UsbClass... classes) {
        Host host = new Host(identity, List.of(classes));
        host.happen(BusEvent.CONFIGURED);
        return host;
    }

    /** {@return what the device shows} */
    public Descriptors descriptors() {
        return requireNonNull(bus.descriptors(), "the device is closed");
    }

    /**
     * Sends an IN request.
     *
     * @param setup the request
     * @return what the device answered
     * @throws StallException if it refused
     */
    public byte[] controlIn(SetupPacket setup) {
        return control(setup, NOTHING);
    }

    /**
     * Sends an OUT request.
     *
     * @param setup the request
     * @param data the data stage, wLength bytes
     * @throws StallException if the device refused
     */
    public void controlOut(SetupPacket setup, byte... data) {
        control(setup, data);
    }

    /**
     * Sends a request, and gives up before the device has answered.
     *
     * @param setup the request
     * @param data the data stage of an OUT request
     */
    public void controlAbandoned(SetupPacket setup, byte... data) {
        bus.begin(new Transfer(setup, data, true));
        settle();
    }

    /** Resets the bus, and configures the device again. */
    public void reset() {
        happen(BusEvent.RESET);
        happen(BusEvent.CONFIGURED);
    }

    /**
     * Makes something happen on the bus.
     *
     * @param event what
     */
    public void happen(BusEvent event) {
        bus.happen(event);
        settle();
    }

    /**
     * Lets time pass; the device's deadlines within are met to the nanosecond.
     *
     * @param duration how much
     */
    public void advance(Duration duration) {
        Duration left = duration;
        while (bus.timeout().isPresent() && bus.timeout().get().compareTo(left) <= 0) {
            Duration step = bus.timeout().get();
            clock.advance(step);
            left = left.minus(step);
            settle();
        }
        clock.advance(left);
        settle();
    }

    private byte[] control(SetupPacket setup, byte[] data) {
        Transfer transfer = new Transfer(setup, data, false);
        bus.begin(transfer);
        settle();
        return transfer.result();
    }

    /** Lets the device do all it has to do now, until a turn finds nothing, and so tells when there will be more. */
    private void settle() {
        boolean busy;
        do {
            busy = bus.isBusy();
            device.turn();
        } while (busy || isDue());
    }

    private boolean isDue() {
        return bus.timeout().filter(Duration::isZero).isPresent();
    }
}
