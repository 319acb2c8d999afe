package usbd4j.stack.usbip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import usbd4j.stack.Recipient;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.UsbBus;
import usbd4j.stack.UsbBusContract.Rig;
import usbd4j.stack.UsbBusContract.Stalled;
import usbd4j.stack.UsbClass;
import usbd4j.stack.UsbDevice;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.descriptor.TransferType;
import usbd4j.stack.linux.SocketPair;
import usbd4j.stack.usbip.UsbIpClient.Answer;

/** A device on its own thread and a host on the test's, with a connection between. */
final class UrbRig implements Rig {
    private static final Identity IDENTITY = Identity.of(0x1209, 0x0001);
    private static final long GENEROUS_SECONDS = 20;

    private final List<UsbClass> classes;
    private final UsbDevice device;
    private final Runnable unplug;
    private final CompletableFuture<Void> running;
    private final UsbIpClient host;

    /** A rig with a pair of sockets. */
    UrbRig(UsbClass... classes) {
        this(bus -> bus, classes);
    }

    /** The same, with a decorated bus. */
    UrbRig(UnaryOperator<UsbBus> decorator, UsbClass... classes) {
        this.classes = List.of(classes);
        WiredBus bus = new WiredBus();
        device = new UsbDevice(IDENTITY, this.classes, decorator.apply(bus));
        SocketPair sockets = new SocketPair();
        bus.connect(sockets.second());
        host = new UsbIpClient(sockets.first());
        unplug = () -> {};
        running = CompletableFuture.runAsync(device::run, OwnThread::start);
        enumerate();
    }

    /** A rig with a client that imports the device. */
    UrbRig(UsbIpServer server, UsbClass... classes) {
        this.classes = List.of(classes);
        UsbIpBus bus = new UsbIpBus(server, 1, Speed.HIGH);
        device = new UsbDevice(IDENTITY, this.classes, bus);
        unplug = bus::detach;
        bus.attach();
        running = CompletableFuture.runAsync(device::run, OwnThread::start);
        host = UsbIpClient.importing(server);
        enumerate();
    }

    UsbIpClient host() {
        return host;
    }

    private void enumerate() {
        controlIn(StandardRequest.GET_DESCRIPTOR.setup(Recipient.DEVICE, 0x0100, 0, 64));
        controlOut(StandardRequest.SET_CONFIGURATION.setup(Recipient.DEVICE, 1, 0, 0));
    }

    @Override
    public byte[] controlIn(SetupPacket setup) {
        return good(host.control(setup)).data().array();
    }

    @Override
    public void controlOut(SetupPacket setup, byte... data) {
        assertThat(good(host.control(setup, data)).length()).isEqualTo(data.length);
    }

    private static Answer good(Answer answer) {
        return switch (answer.status()) {
            case 0 -> answer;
            case UsbIpClient.STALLED -> throw new Stalled(new IllegalStateException("-EPIPE"));
            default -> fail("status %d", answer.status());
        };
    }

    /** Whether the device has answered already is left to chance. */
    @Override
    public void giveUp(int patienceMillis, SetupPacket setup, byte... data) {
        int given = host.submit(setup, data);
        host.awaitAnswer(Duration.ofMillis(patienceMillis - 1));
        assertThat(host.unlink(given)).isIn(0, UsbIpClient.GIVEN_UP);
    }

    @Override
    public void write(byte... data) {
        writeTo(0x02, data);
    }

    private void writeTo(int bEndpointAddress, byte... data) {
        assertThat(good(host.transfer(bEndpointAddress, 0, data.length, data)).length())
                .isEqualTo(data.length);
    }

    @Override
    public byte[] read(int length) {
        return good(host.transfer(0x81, 0, length)).data().array();
    }

    @Override
    public void report(int packetSize, byte... data) {
        Descriptors descriptors = Descriptors.of(
                IDENTITY,
                classes.stream().flatMap(each -> each.interfaces().stream()).toList());
        EndpointDescriptor reported = descriptors.configuration().endpoints(Speed.HIGH).stream()
                .filter(each -> each.type() == TransferType.INTERRUPT && each.packetSize() == packetSize)
                .findFirst()
                .orElseThrow();
        writeTo(reported.bEndpointAddress(), data);
    }

    @Override
    public void reset() {
        enumerate();
    }

    @Override
    public void deconfigure() {
        controlOut(StandardRequest.SET_CONFIGURATION.setup(Recipient.DEVICE, 0, 0, 0));
    }

    @Override
    public void detach() {
        host.close();
    }

    @Override
    public void close() {
        device.stop();
        assertThat(running).succeedsWithin(GENEROUS_SECONDS, TimeUnit.SECONDS);
        unplug.run();
        device.close();
        host.close();
    }
}
