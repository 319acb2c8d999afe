package usbd4j.stack.usbip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import usbd4j.stack.BusEvent;
import usbd4j.stack.Recipient;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.UsbClass;
import usbd4j.stack.UsbDevice;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.descriptor.UsbInterface;

/** A server, and a device that it exports while it is on the bus. */
final class ExportedRig implements AutoCloseable {
    /** How long the server lets a client hesitate: short, where a test waits for the end of it. */
    static final Duration SHORT = Duration.ofMillis(200);

    private static final long GENEROUS_SECONDS = 20;

    final UsbIpServer server;
    private final LinkedBlockingQueue<BusEvent> events = new LinkedBlockingQueue<>();
    private UsbIpBus bus;
    private UsbDevice device;
    private CompletableFuture<Void> running;

    ExportedRig() {
        server = UsbIpServer.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), SHORT);
        plugIn(0x0001);
    }

    private final class Watcher implements UsbClass {
        @Override
        public List<UsbInterface> interfaces() {
            return List.of(UsbInterface.of(0xFE, 1, 1), UsbInterface.of(0xFF, 2, 3));
        }

        @Override
        public void event(BusEvent event, Instant now) {
            events.add(event);
        }
    }

    /** Puts a device onto the bus. */
    void plugIn(int idProduct) {
        bus = new UsbIpBus(server, 1, Speed.HIGH);
        device = new UsbDevice(Identity.of(0x1209, idProduct), List.of(new Watcher()), bus);
        bus.attach();
        running = CompletableFuture.runAsync(device::run, OwnThread::start);
    }

    /** Takes it off the bus. */
    void unplug() {
        device.stop();
        assertThat(running).succeedsWithin(GENEROUS_SECONDS, TimeUnit.SECONDS);
        bus.detach();
        device.close();
    }

    UsbIpRemote remote() {
        return new UsbIpRemote(server.address());
    }

    /** {@return a connection that says nothing yet} */
    RawClient connect() {
        return new RawClient(server.address());
    }

    /** Waits until the device knows that its host is gone. */
    void awaitDetached() {
        try {
            BusEvent event;
            do {
                event = events.poll(GENEROUS_SECONDS, TimeUnit.SECONDS);
                assertThat(event).as("the next event").isNotNull();
            } while (event != BusEvent.DETACHED);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Imports the device and reads from it: all is well. A client that is gone may have it still, or get it only now, if the server has not
     * come to read its request before.
     */
    void assertServes() {
        try (UsbIpClient host = importWhenFree()) {
            assertThat(host.control(StandardRequest.GET_DESCRIPTOR.setup(Recipient.DEVICE, 0x0100, 0, 18))
                            .length())
                    .isEqualTo(18);
        }
        awaitDetached();
    }

    private UsbIpClient importWhenFree() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(GENEROUS_SECONDS);
        while (true) {
            try {
                return UsbIpClient.importing(server);
            } catch (RemoteException e) {
                assertThat(System.nanoTime()).as(e.getMessage()).isLessThan(end);
            }
        }
    }

    @Override
    public void close() {
        unplug();
        server.close();
    }
}
