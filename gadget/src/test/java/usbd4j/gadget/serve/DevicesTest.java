package usbd4j.gadget.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.gadget.Board;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.configfs.GadgetName;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.gadget.devicefile.DeviceFile;
import usbd4j.gadget.devicefile.Overrides;
import usbd4j.gadget.service.ServiceManager;
import usbd4j.gadget.transcript.StandardError;
import usbd4j.stack.Direction;
import usbd4j.stack.Recipient;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.linux.FileDescriptor;
import usbd4j.stack.linux.LinuxException;
import usbd4j.stack.usbip.ExportedDevice;
import usbd4j.stack.usbip.UsbIpRemote;

class DevicesTest {
    private static final long GENEROUS_SECONDS = 20;
    private static final int SET_CONFIGURATION = 9;
    private static final int DETACH = 0;
    private static final int CMD_SUBMIT = 1;
    private static final int PDU_LENGTH = 48;
    private static final int SETUP_AT = 40;

    @TempDir
    private Path directory;

    private static DeviceDescription device(String pid, String... settings) {
        Overrides overrides = new Overrides();
        overrides.set("run-time.pid=" + pid);
        for (String setting : settings) {
            overrides.set(setting);
        }
        return DeviceFile.read(Optional.empty(), overrides, Optional.empty());
    }

    private Place place(String bus) {
        return place(bus, "usbd4j");
    }

    private Place place(String bus, String name) {
        return new Place(
                new Board(directory),
                new GadgetName(name),
                Optional.empty(),
                ServedBus.of(bus),
                Optional.empty(),
                directory,
                false);
    }

    @Test
    void eachHasABusIdAndItsLinesBeginWithIt() throws IOException {
        int port = freePort();
        List<DeviceDescription> described = List.of(device("0x0011"), device("0x0012"));
        try (StandardError error = new StandardError(Level.INFO)) {
            Devices devices = new Devices(described, place("usbip:127.0.0.1:" + port), ServiceManager.none());
            CompletableFuture<Void> served = CompletableFuture.runAsync(devices::serve);
            UsbIpRemote remote = new UsbIpRemote(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));

            assertThat(available(remote, 2))
                    .extracting(ExportedDevice::busId, ExportedDevice::idProduct)
                    .containsExactly(tuple("1-1", 0x0011), tuple("1-2", 0x0012));

            devices.stop();
            assertThat(served).succeedsWithin(GENEROUS_SECONDS, TimeUnit.SECONDS);
            assertThat(error.linesWithoutTime())
                    .anyMatch(line -> line.startsWith("1-1: on the bus as 1209:0011"))
                    .anyMatch(line -> line.startsWith("1-2: on the bus as 1209:0012"));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static List<ExportedDevice> available(UsbIpRemote remote, int count) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(GENEROUS_SECONDS);
        List<ExportedDevice> devices = List.of();
        while (devices.size() != count && System.nanoTime() < end) {
            try {
                devices = remote.devices();
            } catch (LinuxException e) {
                // It does not listen yet.
                assertThat(e.getMessage()).contains("ECONNREFUSED");
            }
        }
        return devices;
    }

    /** The service manager would end the others when it hears nothing any more. */
    @Test
    void theRunGoesOnForTheOthersWhenTheFirstHasLeft() throws Exception {
        int port = freePort();
        BlockingQueue<String> states = new LinkedBlockingQueue<>();
        ManagerInMemory manager = ManagerInMemory.withWatchdog(Duration.ofMillis(20), states::add);
        try (StandardError error = new StandardError(Level.INFO)) {
            Devices devices = new Devices(
                    List.of(device("0x0011", "run-time.on-detach=\"exit\""), device("0x0012")),
                    place("usbip:127.0.0.1:" + port),
                    manager.manager());
            CompletableFuture<Void> served = CompletableFuture.runAsync(devices::serve);
            UsbIpRemote remote = new UsbIpRemote(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            available(remote, 2);
            try (FileDescriptor host = remote.importDevice("1-1").socket().file()) {
                submit(
                        host,
                        SetupPacket.of(
                                Direction.OUT, RequestType.STANDARD, Recipient.DEVICE, SET_CONFIGURATION, 1, 0, 0));
                submit(host, SetupPacket.of(Direction.OUT, RequestType.CLASS, Recipient.INTERFACE, DETACH, 1000, 0, 0));

                assertThat(available(remote, 1))
                        .extracting(ExportedDevice::busId)
                        .containsExactly("1-2");
            }
            states.clear();

            for (int times = 0; times < 3; times++) {
                assertThat(states.poll(GENEROUS_SECONDS, TimeUnit.SECONDS)).isEqualTo("WATCHDOG=1");
            }
            assertThat(manager.told()).doesNotContain("STOPPING=1");

            devices.stop();
            assertThat(served).succeedsWithin(GENEROUS_SECONDS, TimeUnit.SECONDS);
            assertThat(manager.told()).containsOnlyOnce("STOPPING=1");
        }
    }

    /** Sends a control request without data, as the Linux kernel's Documentation/usb/usbip_protocol.rst has it. */
    private static void submit(FileDescriptor host, SetupPacket setup) {
        ByteBuffer pdu = ByteBuffer.allocateDirect(PDU_LENGTH).putInt(0, CMD_SUBMIT);
        setup.write(pdu.order(ByteOrder.LITTLE_ENDIAN).position(SETUP_AT));
        assertThat(host.write(pdu.flip(), PDU_LENGTH)).isEqualTo(PDU_LENGTH);
    }

    @Test
    void aStopBeforeTheDeviceIsShownIsNotLost() throws IOException {
        Devices devices =
                new Devices(List.of(device("0x0011")), place("usbip:127.0.0.1:" + freePort()), ServiceManager.none());
        devices.stop();

        assertThat(CompletableFuture.runAsync(devices::serve)).succeedsWithin(GENEROUS_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void aFaultIsNoDetach() throws IOException {
        Path file = Files.writeString(directory.resolve("device.toml"), """
                [run-time]
                on-detach = "exit"

                [[fault]]
                on = "ATTACH"
                nth = 1
                do = "leave"
                away = 10
                """);
        Devices devices = new Devices(
                List.of(DeviceFile.read(Optional.of(file), new Overrides(), Optional.empty())),
                place("usbip:127.0.0.1:" + freePort()),
                ServiceManager.none());
        try (StandardError error = new StandardError(Level.INFO)) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(devices::serve);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(GENEROUS_SECONDS);
            while (timesOnTheBus(error) < 2 && !served.isDone() && System.nanoTime() < end) {
                Thread.onSpinWait();
            }

            assertThat(timesOnTheBus(error)).isEqualTo(2);
            devices.stop();
            assertThat(served).succeedsWithin(GENEROUS_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static long timesOnTheBus(StandardError error) {
        return error.linesWithoutTime().stream()
                .filter(line -> line.contains("on the bus as"))
                .count();
    }

    @Test
    void aNameThatIsTooLongForTheSecondIsRefused() {
        Place place = place("usbip", "a-name-of-twenty-seven-char");

        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(
                        () -> new Devices(List.of(device("0x0011"), device("0x0012")), place, ServiceManager.none()))
                .withMessageContaining("shorten it with --name");
    }

    @Test
    void anotherBusHasOne() {
        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(() ->
                        new Devices(List.of(device("0x0011"), device("0x0012")), place("vhci"), ServiceManager.none()))
                .withMessage("several devices are for --bus usbip: another bus has one, and a process for each");
    }
}
