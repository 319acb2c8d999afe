package usbd4j.gadget.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StopTest {
    private final Stop stop = new Stop();

    @Test
    void isNotWishedAtFirst() {
        stop.await(Optional.of(Duration.ZERO));

        assertThat(stop.isWished()).isFalse();
    }

    @Test
    void endsAWaitForEver() {
        stop.wish();
        stop.await(Optional.empty());

        assertThat(stop.isWished()).isTrue();
    }
}
