package usbd4j.gadget.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import usbd4j.stack.memory.Host;

class WatchdogTest {
    private final ManagerInMemory manager = ManagerInMemory.withWatchdog(Duration.ofSeconds(2), state -> {});

    @Test
    void isFedByTheLoopOnceInEachInterval() {
        Host host = Host.attach(new Watchdog(manager.manager()));
        int atFirst = manager.told().size();
        host.advance(Duration.ofMillis(1999));
        assertThat(manager.told()).hasSize(atFirst);
        host.advance(Duration.ofMillis(1));
        assertThat(manager.told()).hasSize(atFirst + 1);
        host.advance(Duration.ofSeconds(2));

        assertThat(manager.told()).hasSize(atFirst + 2).containsOnly("WATCHDOG=1");
    }

    @Test
    void isFedByTheFirstTurn() {
        assertThat(new Watchdog(manager.manager()).deadline())
                .hasValueSatisfying(due -> assertThat(due).isBeforeOrEqualTo(Instant.EPOCH));
    }

    @Test
    void withoutOneTheLoopHasNoDeadline() {
        assertThat(new Watchdog(ManagerInMemory.none()).deadline()).isEmpty();
    }
}
