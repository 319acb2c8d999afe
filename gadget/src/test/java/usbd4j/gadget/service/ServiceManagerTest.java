package usbd4j.gadget.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.gadget.transcript.StandardError;
import usbd4j.stack.UsbException;

class ServiceManagerTest {
    private static final long PID = 42;
    private static final String SOCKET = "/run/notify";

    private final List<String> told = new ArrayList<>();

    @Test
    void isToldOnceWhatHappensOnce() {
        ServiceManager manager = manager(Map.of("NOTIFY_SOCKET", SOCKET));
        manager.ready();
        manager.ready();
        manager.stopping();
        manager.stopping();

        assertThat(told).containsExactly("/run/notify READY=1", "/run/notify STOPPING=1");
    }

    @Test
    void isToldAgainAndAgainThatTheLoopTurns() {
        ServiceManager manager = manager(Map.of("NOTIFY_SOCKET", SOCKET, "WATCHDOG_USEC", "3000000"));
        manager.alive();
        manager.alive();

        assertThat(told).containsExactly("/run/notify WATCHDOG=1", "/run/notify WATCHDOG=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "WATCHDOG_USEC"})
    void withoutASocketThereIsNone(String variable) {
        ServiceManager manager =
                manager(variable.isEmpty() ? Map.of("NOTIFY_SOCKET", "") : Map.of(variable, "3000000"));
        manager.ready();
        manager.stopping();

        assertThat(told).isEmpty();
        assertThat(manager.interval()).isEmpty();
    }

    @Test
    void wantsToBeToldTwiceInItsTime() {
        assertThat(manager(Map.of("NOTIFY_SOCKET", SOCKET, "WATCHDOG_USEC", "3000000", "WATCHDOG_PID", "42"))
                        .interval())
                .contains(Duration.ofMillis(1500));
    }

    @Test
    void aWatchdogOfAnotherProcessIsNotOurs() {
        assertThat(manager(Map.of("NOTIFY_SOCKET", SOCKET, "WATCHDOG_USEC", "3000000", "WATCHDOG_PID", "41"))
                        .interval())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "soon", "9999999999999999", "99999999999999999999"})
    void whatIsNoTimeIsNoWatchdog(String time) {
        try (StandardError err = new StandardError(Level.INFO)) {
            assertThat(manager(Map.of("NOTIFY_SOCKET", SOCKET, "WATCHDOG_USEC", time))
                            .interval())
                    .isEmpty();

            assertThat(err.lines()).singleElement().asString().contains("WATCHDOG_USEC is \"" + time + "\"");
        }
    }

    @Test
    void oneThatCannotBeToldIsOneWarning() {
        ServiceManager broken = new ServiceManager(Map.of("NOTIFY_SOCKET", SOCKET), PID, (socket, state) -> {
            throw new UsbException("cannot send to " + socket);
        });
        try (StandardError err = new StandardError(Level.INFO)) {
            broken.ready();
            broken.alive();
            broken.stopping();

            assertThat(err.lines())
                    .singleElement()
                    .asString()
                    .contains("not told READY=1", "cannot send to /run/notify", "NOTIFY_SOCKET");
        }
    }

    @Test
    void isToldWhileTheDeviceIsOffTheBus() throws InterruptedException {
        ServiceManager manager = manager(Map.of("NOTIFY_SOCKET", SOCKET, "WATCHDOG_USEC", "2000000"));
        List<Duration> waited = new ArrayList<>();

        manager.await(Optional.of(Duration.ofMillis(2500)), longest -> {
            waited.add(longest);
            return false;
        });

        assertThat(waited).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(500));
        assertThat(told).hasSize(3).containsOnly("/run/notify WATCHDOG=1");
    }

    @Test
    void theWaitEndsWhenItIsOver() throws InterruptedException {
        manager(Map.of("NOTIFY_SOCKET", SOCKET, "WATCHDOG_USEC", "2000000"))
                .await(Optional.empty(), longest -> told.size() == 2);

        assertThat(told).hasSize(2);
    }

    @Test
    void withoutAWatchdogTheWaitIsOne() throws InterruptedException {
        List<Duration> waited = new ArrayList<>();

        manager(Map.of()).await(Optional.of(Duration.ofHours(1)), longest -> {
            waited.add(longest);
            return false;
        });

        assertThat(waited).containsExactly(Duration.ofHours(1));
        assertThat(told).isEmpty();
    }

    private ServiceManager manager(Map<String, String> environment) {
        return new ServiceManager(environment, PID, (socket, state) -> told.add(socket + " " + state));
    }
}
