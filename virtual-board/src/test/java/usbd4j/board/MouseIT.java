package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example of a HID mouse, and Linux's own driver for it. */
class MouseIT {
    private static final Path DEVICE = Path.of("/sys/bus/usb/devices/1-1");

    /** struct input_event on a 64-bit machine: the time, then a type, a code and a value. */
    private static final int EVENT_LENGTH = 24;

    private static final int EVENT_TYPE = 16;
    private static final int EV_REL = 2;

    @BeforeAll
    static void theHostHasADriver() {
        for (String module : new String[] {"usbhid", "hid-generic", "evdev"}) {
            assertThat(Tool.run("modprobe", module)).isEqualTo(new Tool(0, ""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"functionfs", "gadgetfs"})
    void itMovesThePointerAlsoAfterTheHostHasTakenItBackAndAllowedItAgain(String bus) throws IOException {
        try (RunningDevice device = RunningDevice.configuredHere("--bus", bus, "--class", "mouse")) {
            assertPointerMoves();

            UsbHost.write(DEVICE.resolve("authorized"), "0");
            device.awaitLine("deconfigured by the host");
            UsbHost.write(DEVICE.resolve("authorized"), "1");
            device.awaitLine("configured by the host");

            assertPointerMoves();
        }
    }

    private static void assertPointerMoves() throws IOException {
        Path input = Wait.forPresence("the pointer's input device", MouseIT::input);
        try (DataInputStream events = new DataInputStream(Files.newInputStream(input))) {
            ByteBuffer event = ByteBuffer.wrap(events.readNBytes(EVENT_LENGTH)).order(ByteOrder.nativeOrder());

            assertThat(event.getShort(EVENT_TYPE)).as("type of the first event").isEqualTo((short) EV_REL);
        }
    }

    private static Optional<Path> input() {
        try (Stream<Path> files = Files.walk(DEVICE.toRealPath())) {
            return files.map(each -> each.getFileName().toString())
                    .filter(name -> name.matches("event\\d+"))
                    .map(name -> Path.of("/dev/input", name))
                    .filter(Files::exists)
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            // The device is just being made or taken down.
            return Optional.empty();
        }
    }
}
