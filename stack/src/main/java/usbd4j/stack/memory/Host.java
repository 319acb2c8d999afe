package usbd4j.stack.memory;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import usbd4j.stack.BusEvent;
import usbd4j.stack.DeviceConfiguration;
import usbd4j.stack.Direction;
import usbd4j.stack.Recipient;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.UsbClass;
import usbd4j.stack.UsbDevice;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.Speed;

/** A host for tests: it does to a device what the test says, and nothing by itself but configure it. */
public final class Host {
    /** More than a test can give a device to do at once. */
    private static final int MOST_TURNS = 10_000;

    private static final int ADDRESS = 1;

    private final ManualClock clock = new ManualClock();
    private final MemoryBus bus;
    private final UsbDevice device;

    private Host(Identity identity, List<DeviceConfiguration> configurations, Speed speed) {
        bus = new MemoryBus(speed);
        device = new UsbDevice(identity, configurations, bus, clock);
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
     * {@return a host with a device that it has configured, at high speed}
     *
     * @param identity who the device says it is
     * @param classes its functions
     */
    public static Host attach(Identity identity, UsbClass... classes) {
        Host host = connect(identity, List.of(DeviceConfiguration.of(List.of(classes))), Speed.HIGH);
        host.begin();
        return host;
    }

    /**
     * {@return a host that has done nothing yet with the device: that is in state Default}
     *
     * @param identity who the device says it is
     * @param configurations its configurations, in the order of their bConfigurationValue
     * @param speed the bus's
     */
    public static Host connect(Identity identity, List<DeviceConfiguration> configurations, Speed speed) {
        return new Host(identity, configurations, speed);
    }

    /** {@return the device at the other end} */
    public UsbDevice device() {
        return device;
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
     * @throws IllegalArgumentException if it is no IN request
     */
    public byte[] controlIn(SetupPacket setup) {
        require(setup, Direction.IN);
        return control(setup);
    }

    /**
     * Sends an OUT request.
     *
     * @param setup the request
     * @param data the data stage, wLength bytes
     * @throws StallException if the device refused
     * @throws IllegalArgumentException if it is no OUT request, or the data are not wLength bytes
     */
    public void controlOut(SetupPacket setup, byte... data) {
        require(setup, Direction.OUT);
        if (data.length != setup.wLength()) {
            throw new IllegalArgumentException("%d bytes for %s".formatted(data.length, setup));
        }
        control(setup, data);
    }

    /**
     * Sends a request of either direction, even an odd one.
     *
     * @param setup the request
     * @param data what the data stage of an OUT request brings
     * @return what the device answered to an IN request
     * @throws StallException if it refused
     */
    public byte[] control(SetupPacket setup, byte... data) {
        ControlTransfer transfer = new ControlTransfer(setup, data, false);
        bus.begin(transfer);
        settle();
        return transfer.result();
    }

    /**
     * Sends a request, and gives up before the device has answered.
     *
     * @param setup the request
     * @param data the data stage of an OUT request
     */
    public void controlAbandoned(SetupPacket setup, byte... data) {
        bus.begin(new ControlTransfer(setup, data, true));
        settle();
    }

    /**
     * Reads from a bulk or interrupt IN endpoint, until a packet is short or there are enough.
     *
     * @param bEndpointAddress the endpoint
     * @param length how many bytes at most, a multiple of wMaxPacketSize
     * @return what came
     * @throws NakException if the device has nothing to send
     * @throws StallException if the endpoint is halted
     */
    public byte[] read(int bEndpointAddress, int length) {
        MemoryEndpoint endpoint = bus.endpoint(bEndpointAddress);
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        int packetSize = endpoint.descriptor().wMaxPacketSize();
        byte[] packet;
        do {
            settle();
            packet = endpoint.take();
            data.writeBytes(packet);
        } while (packet.length == packetSize && data.size() < length);
        settle();
        return data.toByteArray();
    }

    /**
     * Writes to a bulk or interrupt OUT endpoint. After data that fill their last packet none without data is added.
     *
     * @param bEndpointAddress the endpoint
     * @param data what to send; nothing is one packet without data
     * @throws NakException if the device takes no more
     * @throws StallException if the endpoint is halted
     */
    public void write(int bEndpointAddress, byte... data) {
        MemoryEndpoint endpoint = bus.endpoint(bEndpointAddress);
        int packetSize = endpoint.descriptor().wMaxPacketSize();
        int start = 0;
        do {
            settle();
            int end = Math.min(start + packetSize, data.length);
            endpoint.put(Arrays.copyOfRange(data, start, end));
            start = end;
        } while (start < data.length);
        settle();
    }

    /**
     * Makes a halted endpoint work again.
     *
     * @param bEndpointAddress the endpoint
     */
    public void clearHalt(int bEndpointAddress) {
        control(StandardRequest.CLEAR_FEATURE.setup(Recipient.ENDPOINT, 0, bEndpointAddress, 0));
    }

    /**
     * Chooses a configuration.
     *
     * @param bConfigurationValue which, from 1
     */
    public void configure(int bConfigurationValue) {
        control(StandardRequest.SET_CONFIGURATION.setup(Recipient.DEVICE, bConfigurationValue, 0, 0));
    }

    /** Takes the configuration back. */
    public void deconfigure() {
        control(StandardRequest.SET_CONFIGURATION.setup(Recipient.DEVICE, 0, 0, 0));
    }

    /** Resets the bus, and configures the device again. */
    public void reset() {
        happen(BusEvent.RESET);
        begin();
    }

    /** What a host does with a device that it has reset: it gives it an address, and chooses a configuration. */
    private void begin() {
        control(StandardRequest.SET_ADDRESS.setup(Recipient.DEVICE, ADDRESS, 0, 0));
        configure(1);
    }

    /**
     * Makes something happen on the bus that is no request.
     *
     * @param event a reset, suspend, resume or detach
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

    private static void require(SetupPacket setup, Direction direction) {
        if (setup.direction() != direction) {
            throw new IllegalArgumentException("%s is no %s request".formatted(setup, direction));
        }
    }

    /** Lets the device do all it has to do now, until a turn finds nothing, and so tells when there will be more. */
    private void settle() {
        for (int turns = 0; turns < MOST_TURNS; turns++) {
            boolean busy = bus.isBusy();
            device.turn();
            if (!busy && !isDue()) {
                return;
            }
        }
        throw new IllegalStateException(
                "the device does not settle: a class wants a deadline that is over, again and again");
    }

    private boolean isDue() {
        return bus.timeout().filter(Duration::isZero).isPresent();
    }
}
