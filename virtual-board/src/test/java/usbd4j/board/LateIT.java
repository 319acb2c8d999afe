package usbd4j.board;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
}
