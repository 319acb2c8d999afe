package usbd4j.board;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.stack.Recipient;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.descriptor.Identity;

/** A device that does not answer while the host enumerates it, as on a small board that is still loading classes. */
class LateIT {
    /** The host waits 5 s for each answer. */
    private static final long LONGER_THAN_THE_HOST_WAITS = SECONDS.toNanos(6);

    @ParameterizedTest
    @ValueSource(strings = {"functionfs", "gadgetfs"})
    void isConfiguredInTheEnd(String bus) {
        try (RunningDevice device = RunningDevice.start("--bus", bus)) {
            device.awaitLine("on the bus");
            device.signal("STOP");
            long stopped = System.nanoTime();
            Wait.until("the host has given up", () -> System.nanoTime() - stopped > LONGER_THAN_THE_HOST_WAITS);

            device.signal("CONT");

            assertThat(device.awaitLine("configured by the host")).contains("high-speed");
        }
    }

    /** The host asks nothing else of a device without strings, and gives it up for good. */
    @Test
    void isConfiguredAfterItWasTooLateForSetConfiguration() {
        AtomicReference<Duration> once = new AtomicReference<>(Duration.ofNanos(LONGER_THAN_THE_HOST_WAITS));
        try (SlowConsole console = new SlowConsole("SETUP", () -> once.getAndSet(Duration.ZERO));
                DeviceRig rig = DeviceRig.onGadgetFs(Identity.of(0x1209, 0x0002), Echo.onPairs(1));
                UsbHost host = UsbHost.of(0x1209, 0x0002)) {
            assertThat(once).hasValue(Duration.ZERO);
            assertThat(host.control(StandardRequest.GET_STATUS.setup(Recipient.DEVICE, 0, 0, 2)))
                    .isPresent();
        }
    }
}
