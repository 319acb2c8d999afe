package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service manager is told, by the protocol of sd_notify(3). */
class ServiceManagerIT {
    /** Prints what it receives at an address, a line each, and "silence" when for a long time nothing comes. */
    private static final List<String> RECEIVER = List.of("python3", "-u", "-c", """
            import os, socket, sys
            address = sys.argv[1]
            receiver = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            receiver.bind("\\0" + address[1:] if address[0] == "@" else address)
            if address[0] == "/":
                os.chmod(address, 0o777)
            receiver.settimeout(10)
            print("ready to receive")
            while True:
                try:
                    print(receiver.recv(4096).decode())
                except socket.timeout:
                    print("silence")
            """);

    private static final Path UDC = Path.of("/sys/kernel/config/usb_gadget/usbd4j/UDC");

    private final List<RunningDevice> started = new ArrayList<>();

    @AfterEach
    void remove() {
        started.forEach(RunningDevice::kill);
        assertThat(Tool.usbd4j("remove").status()).isZero();
        assertThat(LeftBehind.look()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"@usbd4j/notify", "/run/usbd4j-notify"})
    void isToldThatTheDeviceIsOnTheBusThatItIsAliveAndThatItStops(String address) throws Exception {
        RunningDevice manager = startReceiver(address);
        Unprivileged.create();
        RunningDevice device = startWithManager(address);
        manager.awaitLine("READY=1");
        assertThat(Files.readString(UDC)).as("the host can see the device").isEqualTo("dummy_udc.0\n");
        manager.awaitLine("WATCHDOG=1");
        device.awaitLine("configured by the host");
        manager.awaitLine("WATCHDOG=1");

        device.signal("TERM");

        manager.awaitLine("STOPPING=1");
        assertThat(device.statusAtEnd()).isEqualTo(143);
        manager.signal("KILL");
        assertThat(manager.outputAtEnd().lines().filter(line -> line.matches("(READY|STOPPING)=.*")))
                .containsExactly("READY=1", "STOPPING=1");
        Files.deleteIfExists(Path.of("/run/usbd4j-notify"));
    }

    @Test
    void isNotToldWhileTheProgramIsStuck() {
        RunningDevice manager = startReceiver("@usbd4j/stuck");
        Unprivileged.create();
        RunningDevice device = startWithManager("@usbd4j/stuck");
        manager.awaitLine("WATCHDOG=1");

        device.signal("STOP");
        manager.awaitLine("silence");
        device.signal("CONT");
        manager.awaitLine("WATCHDOG=1");

        device.signal("TERM");
        assertThat(device.statusAtEnd()).isEqualTo(143);
    }

    @Test
    void oneThatIsNotThereIsOneWarning() {
        Unprivileged.create();
        RunningDevice device = startWithManager("/run/no-such-socket");
        device.awaitLine("configured by the host");
        device.signal("TERM");

        assertThat(device.outputAtEnd().lines().filter(line -> line.contains("/run/no-such-socket")))
                .singleElement()
                .asString()
                .contains("warning: the service manager is not told READY=1", "ENOENT");
        assertThat(device.statusAtEnd()).isEqualTo(143);
    }

    /** Its watchdog wants to be told each half second. */
    private RunningDevice startWithManager(String address) {
        RunningDevice device = RunningDevice.startAs(Stream.concat(
                        Stream.of("env", "NOTIFY_SOCKET=" + address, "WATCHDOG_USEC=1000000"),
                        Unprivileged.command(Unprivileged.NOBODY).stream())
                .toList());
        started.add(device);
        return device;
    }

    private RunningDevice startReceiver(String address) {
        RunningDevice receiver = RunningDevice.startAs(Tool.join(RECEIVER, address));
        started.add(receiver);
        receiver.awaitLine("ready to receive");
        return receiver;
    }
}
