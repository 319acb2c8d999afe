package usbd4j.dfu.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.DfuState;

/** A device with bitWillDetach. */
class WillDetachTest {
    private final DfuHost host = DfuHost.ofSelfDetachingDevice(DetachPolicy.ACCEPT);

    @Test
    void answersInAppDetach() {
        host.detach(500);
        host.advance(499);

        assertThat(host.timesDetached()).isZero();
        assertThat(host.getState()).isEqualTo(DfuState.APP_DETACH);
    }

    @Test
    void detachesByItselfAtTheEndOfAppDetach() {
        host.detach(500);
        host.advance(500);

        assertThat(host.timesDetached()).isEqualTo(1);
    }

    @Test
    void detachesAfterTheTimeOfTheApplication() {
        DfuHost soon = DfuHost.ofSelfDetachingDevice(DetachPolicy.atMost(Duration.ofMillis(100)));
        soon.detach(1000);
        soon.advance(99);
        assertThat(soon.timesDetached()).isZero();
        soon.advance(1);

        assertThat(soon.timesDetached()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1000, 65535})
    void canTakeLongerThanTheDeviceClaims(int wTimeout) {
        DfuHost late = DfuHost.ofSelfDetachingDevice(DetachPolicy.always(Duration.ofSeconds(2)));
        late.detach(wTimeout);
        late.advance(1999);
        assertThat(late.timesDetached()).isZero();
        late.advance(1);

        assertThat(late.timesDetached()).isEqualTo(1);
    }

    @Test
    void withAWTimeoutOfZeroDetachesAfterTheStatusStage() {
        // If the device left before the status stage, this would throw.
        host.detach(0);

        assertThat(host.timesDetached()).isEqualTo(1);
    }

    @Test
    void detachesAtABusReset() {
        host.detach(500);
        host.reset();

        assertThat(host.timesDetached()).isEqualTo(1);
    }

    @Test
    void doesNotDetachAgainWhenTheTimeIsOver() {
        host.detach(500);
        host.reset();
        host.advance(5000);

        assertThat(host.timesDetached()).isEqualTo(1);
    }

    @Test
    void doesNotDetachAfterACancelledDetach() {
        host.detach(500);
        host.stalled(DfuRequest.ABORT.setup(0, 0, 0));
        host.advance(5000);

        assertThat(host.timesDetached()).isZero();
    }

    @Test
    void doesNotDetachWithoutADetach() {
        host.advance(5000);

        assertThat(host.timesDetached()).isZero();
    }
}
