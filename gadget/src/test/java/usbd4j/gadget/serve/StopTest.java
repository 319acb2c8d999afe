package usbd4j.gadget.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StopTest {
    private final Stop stop = new Stop();

    @Test
    void isNotWishedAtFirst() throws InterruptedException {
        assertThat(stop.await(Duration.ZERO)).isFalse();
        assertThat(stop.isWished()).isFalse();
    }

    @Test
    void endsAWaitForEver() throws InterruptedException {
        stop.wish();

        assertThat(stop.await(Duration.ofNanos(Long.MAX_VALUE))).isTrue();
        assertThat(stop.isWished()).isTrue();
    }
}
