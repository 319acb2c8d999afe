package usbd4j.stack.usbip;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import usbd4j.stack.Recipient;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.UsbDevice;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.example.Loopback;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.LinuxException;

/** What clients are told, as Documentation/usb/usbip_protocol.rst has it, and who gets the device. */
class UsbIpServerTest {
    private static final int DEVICE = 312;

    private final ExportedRig rig = new ExportedRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void theListHasTheDevice() {
        try (RawClient client = rig.connect().send(RawClient.devlist())) {
            ByteBuffer list = client.read(12 + DEVICE + 8);

            assertThat(list.getLong()).isEqualTo(0x0111_0005_0000_0000L);
            assertThat(list.getInt()).isEqualTo(1);
            assertIsDevice(list, 0x0001);
            assertThat(list.getInt()).as("class 0xFE").isEqualTo(0xFE01_0100);
            assertThat(list.getInt()).as("vendor-specific class").isEqualTo(0xFF02_0300);
            assertThat(client.isClosed()).isTrue();
        }
    }

    private static void assertIsDevice(ByteBuffer bytes, int idProduct) {
        assertThat(text(bytes, 256)).isEqualTo("/sys/devices/usbd4j/usb1/1-1");
        assertThat(text(bytes, 32)).isEqualTo("1-1");
        assertThat(bytes.getInt()).as("busnum").isEqualTo(1);
        assertThat(bytes.getInt()).as("devnum").isEqualTo(2);
        assertThat(bytes.getInt()).as("high speed").isEqualTo(3);
        assertThat(bytes.getShort()).isEqualTo((short) 0x1209);
        assertThat(bytes.getShort()).isEqualTo((short) idProduct);
        assertThat(bytes.getShort()).isEqualTo((short) 0x0100);
        assertThat(bytes.getShort()).as("class and subclass").isZero();
        assertThat(bytes.getInt())
                .as("protocol, configuration 1 of 1, 2 interfaces")
                .isEqualTo(0x0001_0102);
    }

    private static String text(ByteBuffer bytes, int length) {
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, US_ASCII).replaceFirst("\0+$", "");
    }

    @Test
    void anImportedDeviceAnswers() {
        try (RawClient client = rig.connect().send(RawClient.importOf("1-1"))) {
            ByteBuffer answer = client.read(8 + DEVICE);

            assertThat(answer.getLong()).isEqualTo(0x0111_0003_0000_0000L);
            assertIsDevice(answer, 0x0001);
        }
        rig.awaitDetached();
        rig.assertServes();
    }

    @Test
    void aSecondClientIsRefused() {
        try (UsbIpClient first = UsbIpClient.importing(rig.server);
                RawClient second = rig.connect().send(RawClient.importOf("1-1"))) {
            assertThat(second.read(8).getLong()).as("ST_DEV_BUSY").isEqualTo(0x0111_0003_0000_0002L);
            assertThat(second.isClosed()).isTrue();
            assertThat(rig.remote().devices()).isEmpty();
            assertThat(first.control(StandardRequest.GET_DESCRIPTOR.setup(Recipient.DEVICE, 0x0100, 0, 18))
                            .length())
                    .isEqualTo(18);
        }
    }

    @Test
    void anUnknownBusIdIsRefused() {
        try (RawClient client = rig.connect().send(RawClient.importOf("1-2"))) {
            assertThat(client.read(8).getLong()).as("ST_NODEV").isEqualTo(0x0111_0003_0000_0004L);
            assertThat(client.isClosed()).isTrue();
        }
        rig.assertServes();
    }

    @Test
    void aDeviceThatIsOffTheBusIsNotThere() {
        rig.unplug();

        assertThat(rig.remote().devices()).isEmpty();
        assertThatThrownBy(() -> rig.remote().importDevice("1-1"))
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.reason()).isEqualTo(RemoteException.Reason.ABSENT))
                .hasMessageEndingWith(" does not give device 1-1: it is not there");

        rig.plugIn(0x0002);
        rig.assertServes();
    }

    @Test
    void aDeviceThatLeavesTheBusDisconnectsItsClientAndComesBackAsAnother() {
        try (UsbIpClient host = UsbIpClient.importing(rig.server)) {
            rig.unplug();
            assertThat(host.isClosed()).isTrue();
        }

        rig.plugIn(0x0002);

        assertThat(rig.remote().devices())
                .singleElement()
                .matches(each -> each.busId().equals("1-1") && each.idProduct() == 0x0002);
        rig.assertServes();
    }

    @Test
    void severalDevicesHaveAClientEach() {
        UsbIpBus bus = new UsbIpBus(rig.server, 2, Speed.FULL);
        UsbDevice other = new UsbDevice(Identity.of(0x1209, 0x0007), List.of(new Loopback()), bus);
        bus.attach();
        CompletableFuture<Void> running = CompletableFuture.runAsync(other::run);

        assertThat(rig.remote().devices())
                .extracting(ExportedDevice::busId, ExportedDevice::idProduct, ExportedDevice::devid)
                .containsExactly(tuple("1-1", 0x0001, 0x10002), tuple("1-2", 0x0007, 0x10003));
        try (UsbIpClient first = UsbIpClient.importing(rig.server, "1-1");
                UsbIpClient second = UsbIpClient.importing(rig.server, "1-2")) {
            assertThat(rig.remote().devices()).isEmpty();
            assertThat(idProduct(first)).isEqualTo(0x0001);
            assertThat(idProduct(second)).isEqualTo(0x0007);
        }

        other.stop();
        assertThat(running).succeedsWithin(20, TimeUnit.SECONDS);
        other.close();
        rig.awaitDetached();
        rig.assertServes();
    }

    private static int idProduct(UsbIpClient host) {
        return host.control(StandardRequest.GET_DESCRIPTOR.setup(Recipient.DEVICE, 0x0100, 0, 18))
                .data()
                .order(ByteOrder.LITTLE_ENDIAN)
                .getShort(10);
    }

    @Test
    void aPortThatIsInUseIsRefused() {
        assertThatThrownBy(() -> UsbIpServer.listen(rig.server.address()))
                .isInstanceOfSatisfying(
                        LinuxException.class,
                        e -> assertThat(e.is(Errno.EADDRINUSE)).isTrue())
                .hasMessage("cannot listen on 127.0.0.1:%d: EADDRINUSE, address already in use"
                        .formatted(rig.server.address().getPort()));
    }

    @Test
    void anAddressOfAnotherMachineIsRefused() throws Exception {
        // Of TEST-NET-1, which is nobody's.
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("192.0.2.1"), 3240);

        assertThatThrownBy(() -> UsbIpServer.listen(address))
                .hasMessage("cannot listen on 192.0.2.1:3240: EADDRNOTAVAIL, address not available");
    }
}
