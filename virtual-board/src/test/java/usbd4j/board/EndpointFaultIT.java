package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.stack.Recipient;
import usbd4j.stack.StandardRequest;

/** What a real host sees of an endpoint that misbehaves, with a class that sends back what it is sent. */
class EndpointFaultIT {
    private static final int EPIPE = 32;
    private static final int EOVERFLOW = 75;
    private static final int ETIMEDOUT = 110;

    private static final byte[] FIRST = {1, 1, 1, 1};
    private static final byte[] SECOND = {2, 2, 2, 2};
    private static final byte[] THIRD = {3, 3, 3, 3};

    private static RunningDevice loopback(String bus, String fault) {
        return RunningDevice.configuredHere("--class", "loopback", "--bus", bus, "--fault", fault);
    }

    private static UsbHost host() {
        return UsbHost.of(0x1209, 0x0001);
    }

    private static void assertComesBack(UsbHost host, byte... data) {
        host.write(data);
        assertThat(host.read(512)).isEqualTo(data);
    }

    private static void assertStatus(UsbHost host, int bEndpointAddress, int expected) {
        assertThat(host.control(StandardRequest.GET_STATUS.setup(Recipient.ENDPOINT, 0, bEndpointAddress, 2)))
                .hasValueSatisfying(status -> assertThat(status).containsExactly(expected, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vhci", "functionfs", "gadgetfs"})
    void anInEndpointIsHaltedUntilTheHostClearsIt(String bus) {
        try (RunningDevice device = loopback(bus, "endpoint = 0x81, nth = 2, do = 'halt'");
                UsbHost host = host()) {
            int in = host.bulkEndpoint(0x80);
            assertComesBack(host, FIRST);
            assertStatus(host, in, 0);
            host.write(SECOND);
            device.awaitLine("fault: halt, endpoint 0x81");

            assertThat(host.errnoOfRead(512)).isEqualTo(EPIPE);
            assertStatus(host, in, 1);
            host.clearHalt();

            assertStatus(host, in, 0);
            assertThat(host.read(512)).isEqualTo(SECOND);
            assertComesBack(host, THIRD);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vhci", "functionfs"})
    void anOutEndpointIsHaltedUntilTheHostClearsIt(String bus) {
        try (RunningDevice device = loopback(bus, "endpoint = 0x02, nth = 2, do = 'halt'");
                UsbHost host = host()) {
            assertComesBack(host, FIRST);
            device.awaitLine("fault: halt, endpoint 0x02");

            assertThat(host.errnoOfWrite(SECOND)).isEqualTo(EPIPE);
            host.clearHalt(host.bulkEndpoint(0));

            assertComesBack(host, THIRD);
        }
    }

    /** Longer than the host waits once, and shorter than it waits twice. */
    @ParameterizedTest
    @ValueSource(strings = {"vhci", "functionfs"})
    void aHostWaitsForAnEndpointThatAnswersNak(String bus) {
        try (RunningDevice device = loopback(bus, "endpoint = 0x81, nth = 2, do = 'nak', time = 9000");
                UsbHost host = host()) {
            assertComesBack(host, FIRST);
            host.write(SECOND);
            device.awaitLine("fault: NAK for 9000 ms, endpoint 0x81");

            assertThat(host.errnoOfRead(512)).isEqualTo(ETIMEDOUT);
            assertThat(host.read(512)).isEqualTo(SECOND);
            assertComesBack(host, THIRD);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vhci", "functionfs", "gadgetfs"})
    void aShortTransferIsCut(String bus) {
        try (RunningDevice device = loopback(bus, "endpoint = 0x81, nth = 2, do = 'short', length = 3");
                UsbHost host = host()) {
            assertComesBack(host, FIRST);
            host.write(SECOND);
            assertThat(host.read(512)).containsExactly(2, 2, 2);
            device.awaitLine("fault: cut to 3 bytes, endpoint 0x81");
            assertComesBack(host, THIRD);
        }
    }

    @Test
    void aClassGetsTheBeginningOfATransferThatIsCut() {
        try (RunningDevice device = loopback("vhci", "endpoint = 0x02, nth = 2, do = 'short', length = 3");
                UsbHost host = host()) {
            assertComesBack(host, FIRST);
            host.write(SECOND);
            assertThat(host.read(512)).containsExactly(2, 2, 2);
            assertComesBack(host, THIRD);
        }
    }

    @Test
    void aDeviceThatBabblesStaysOnTheBus() {
        try (RunningDevice device = loopback("vhci", "endpoint = 0x81, nth = 2, do = 'babble'");
                UsbHost host = host()) {
            assertComesBack(host, FIRST);
            host.write(SECOND);

            assertThat(host.errnoOfRead(512)).isEqualTo(EOVERFLOW);
            assertThat(host.read(512)).isEqualTo(SECOND);
            assertComesBack(host, THIRD);
        }
    }

    @Test
    void aTraceSaysWhenItStruck(@TempDir Path directory) {
        Path trace = directory.resolve("faulty.jsonl");
        try (RunningDevice device = RunningDevice.configured(
                        "--class=loopback",
                        "--bus=vhci",
                        "--fault=endpoint = 0x81, do = 'short', length = 3",
                        "--trace",
                        trace.toString());
                UsbHost host = host()) {
            host.write(FIRST);
            assertThat(host.read(512)).containsExactly(1, 1, 1);
        }
        assertThat(trace)
                .content()
                .contains("fault: cut to 3 bytes, endpoint 0x81")
                .contains("010101");
    }

    @Test
    void anEndpointThatTheDeviceDoesNotHaveIsNamed() {
        assertThat(Tool.usbd4j(
                        "run", "--class", "loopback", "--bus", "vhci", "--fault", "endpoint = 0x83, do = 'halt'"))
                .isEqualTo(new Tool(
                        2, "usbd4j: a fault is on endpoint 0x83, and the device has 0x81 (bulk), 0x02 (bulk)\n"));
    }
}
