package usbd4j.stack.memory;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;
import usbd4j.stack.BusEvent;
import usbd4j.stack.DeviceConfiguration;
import usbd4j.stack.Direction;
import usbd4j.stack.Recipient;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.UsbBus;
import usbd4j.stack.UsbClass;
import usbd4j.stack.UsbDevice;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.Speed;

/** A USB host for tests. Apart from enumerating the device, it does only what the test calls for. */
public final class Host {
    private static final int ADDRESS = 1;

    private final MemoryBus bus;
    private final UsbDevice device;
    private final DeviceLoop loop;

    private Host(
            Identity identity,
            List<DeviceConfiguration> configurations,
            Speed speed,
            BiFunction<UsbBus, InstantSource, UsbBus> decorator) {
        ManualClock clock = new ManualClock();
        bus = new MemoryBus(speed);
        device = new UsbDevice(identity, configurations, decorator.apply(bus, clock), clock);
        loop = new DeviceLoop(device, bus, clock);
    }

    /**
     * {@return a host that has enumerated and configured a device, at high speed}
     *
     * @param classes the device's classes
     */
    public static Host attach(UsbClass... classes) {
        return attach(Identity.of(0x1209, 0x0001), classes);
    }

    /**
     * {@return a host that has enumerated and configured a device, at high speed}
     *
     * @param identity the device's IDs, release number and strings
     * @param classes the device's classes
     */
    public static Host attach(Identity identity, UsbClass... classes) {
        return attach(identity, (bus, clock) -> bus, classes);
    }

    /**
     * {@return a host whose device is attached but not yet enumerated: it is in the Default state}
     *
     * @param identity the device's IDs, release number and strings
     * @param configurations the device's configurations, in the order of bConfigurationValue, from 1
     * @param speed the speed of the bus
     */
    public static Host connect(Identity identity, List<DeviceConfiguration> configurations, Speed speed) {
        return new Host(identity, configurations, speed, (bus, clock) -> bus);
    }

    /**
     * {@return a host that has enumerated and configured a device, at high speed, whose bus is decorated}
     *
     * @param identity the device's IDs, release number and strings
     * @param decorator wraps the bus that the device sees, such as in a log; it gets the clock, too
     * @param classes the device's classes
     */
    public static Host attach(
            Identity identity, BiFunction<UsbBus, InstantSource, UsbBus> decorator, UsbClass... classes) {
        Host host = new Host(identity, List.of(DeviceConfiguration.of(List.of(classes))), Speed.HIGH, decorator);
        host.begin();
        return host;
    }

    /** {@return the attached device} */
    public UsbDevice device() {
        return device;
    }

    /** {@return the device's descriptors} */
    public Descriptors descriptors() {
        return requireNonNull(bus.descriptors(), "the device is closed");
    }

    /**
     * Sends an IN request.
     *
     * @param setup the request
     * @return the data that the device sent
     * @throws StallException if the device stalled it
     * @throws IllegalArgumentException if it is not an IN request
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
     * @throws StallException if the device stalled it
     * @throws IllegalArgumentException if it is not an OUT request, or the data is not wLength bytes long
     */
    public void controlOut(SetupPacket setup, byte... data) {
        require(setup, Direction.OUT);
        if (data.length != setup.wLength()) {
            throw new IllegalArgumentException("%d bytes of data for %s".formatted(data.length, setup));
        }
        control(setup, data);
    }

    /**
     * Sends a request in either direction, without checking it.
     *
     * @param setup the request
     * @param data the data stage of an OUT request
     * @return the data that the device sent, empty for an OUT request
     * @throws StallException if the device stalled it
     */
    public byte[] control(SetupPacket setup, byte... data) {
        return begin(setup, data).result();
    }

    /**
     * Sends a request in either direction that the device may answer later. The next request gives it up.
     *
     * @param setup the request
     * @param data the data stage of an OUT request
     * @return the transfer
     */
    public ControlTransfer begin(SetupPacket setup, byte... data) {
        ControlTransfer transfer = new ControlTransfer(setup, data, false);
        bus.begin(transfer);
        loop.settle();
        return transfer;
    }

    /** Gives up a request that the device has not answered yet. */
    public void giveUp() {
        bus.giveUp();
        loop.settle();
    }

    /**
     * Sends a request and aborts it before the status stage.
     *
     * @param setup the request
     * @param data the data stage of an OUT request
     */
    public void controlAbandoned(SetupPacket setup, byte... data) {
        bus.begin(new ControlTransfer(setup, data, true));
        loop.settle();
    }

    /**
     * Reads from a bulk or interrupt IN endpoint until a short packet arrives or {@code length} bytes have been read; from an
     * isochronous one, reads what the device has for one interval, which may be nothing.
     *
     * @param bEndpointAddress the endpoint's address
     * @param length maximum number of bytes, a multiple of wMaxPacketSize
     * @return the data read
     * @throws NakException if the device has no transfer submitted
     * @throws StallException if the endpoint is halted
     * @throws BabbleException if the device babbles
     */
    public byte[] read(int bEndpointAddress, int length) {
        return new DataPipe(bus.endpoint(bEndpointAddress), loop).read(length);
    }

    /**
     * Writes to a bulk or interrupt OUT endpoint, or the data of one interval to an isochronous one. Does not add a
     * zero-length packet. What an isochronous endpoint has no transfer for is lost.
     *
     * @param bEndpointAddress the endpoint's address
     * @param data the data; if empty, a zero-length packet is sent
     * @throws NakException if the device has no transfer submitted
     * @throws StallException if the endpoint is halted
     */
    public void write(int bEndpointAddress, byte... data) {
        new DataPipe(bus.endpoint(bEndpointAddress), loop).write(data);
    }

    /**
     * Clears an endpoint's halt.
     *
     * @param bEndpointAddress the endpoint's address
     */
    public void clearHalt(int bEndpointAddress) {
        control(StandardRequest.CLEAR_FEATURE.setup(Recipient.ENDPOINT, 0, bEndpointAddress, 0));
    }

    /**
     * Selects a configuration.
     *
     * @param bConfigurationValue the configuration, from 1
     */
    public void configure(int bConfigurationValue) {
        control(StandardRequest.SET_CONFIGURATION.setup(Recipient.DEVICE, bConfigurationValue, 0, 0));
    }

    /** Deconfigures the device (SET_CONFIGURATION 0). */
    public void deconfigure() {
        control(StandardRequest.SET_CONFIGURATION.setup(Recipient.DEVICE, 0, 0, 0));
    }

    /** Resets the bus and enumerates the device again. */
    public void reset() {
        happen(BusEvent.RESET);
        begin();
    }

    /** Sets the device's address and selects configuration 1. */
    private void begin() {
        control(StandardRequest.SET_ADDRESS.setup(Recipient.DEVICE, ADDRESS, 0, 0));
        configure(1);
    }

    /**
     * Signals a bus event to the device.
     *
     * @param event a reset, suspend, resume or detach
     */
    public void happen(BusEvent event) {
        bus.happen(event);
        loop.settle();
    }

    /**
     * Advances the clock. Deadlines of classes that fall due are called at their exact time.
     *
     * @param duration the time to advance by
     */
    public void advance(Duration duration) {
        loop.advance(duration);
    }

    private static void require(SetupPacket setup, Direction direction) {
        if (setup.direction() != direction) {
            throw new IllegalArgumentException("%s is not an %s request".formatted(setup, direction));
        }
    }
}
