package usbd4j.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MonotonicClockTest {
    @Test
    void doesNotGoBackward() {
        MonotonicClock clock = new MonotonicClock();
        Instant earlier = clock.instant();

        assertThat(clock.instant()).isAfterOrEqualTo(earlier);
    }
}
