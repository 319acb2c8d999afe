package usbd4j.stack.udc;

import static org.assertj.core.api.Assertions.assertThat;
import static usbd4j.stack.BusEvent.CONFIGURED;
import static usbd4j.stack.BusEvent.DECONFIGURED;
import static usbd4j.stack.BusEvent.DETACHED;
import static usbd4j.stack.BusEvent.RESUMED;
import static usbd4j.stack.BusEvent.SUSPENDED;
import static usbd4j.stack.udc.ResetEvidence.UNWATCHED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import usbd4j.stack.BusEvent;

/** Everything but bus resets and unplugging. */
class BusHistoryTest {
    private final BusHistory history = new BusHistory();

    @Test
    void theFirstEnableIsAConfiguration() {
        assertThat(read(EventType.BIND)).isEmpty();
        assertThat(history.event(EventType.ENABLE, ControllerState.CONFIGURED, UNWATCHED))
                .containsExactly(CONFIGURED);
    }

    @Test
    void anotherEnableIsAnAlternateSetting() {
        configure();

        assertThat(read(EventType.ENABLE)).isEmpty();
    }

    @Test
    void nothingIsInDoubtOnceTheDeviceIsConfigured() {
        configure();

        assertThat(history.doubt()).isEmpty();
        assertThat(history.doubtIsOver()).isEmpty();
    }

    @Test
    void disableWithoutAChangeOfStateIsADeconfiguration() {
        configure();

        assertThat(read(EventType.DISABLE)).isEmpty();
        assertThat(history.doubt()).isPresent();
        assertThat(history.doubtIsOver()).containsExactly(DECONFIGURED);
        assertThat(history.doubt()).isEmpty();
    }

    @Test
    void enableWhileInDoubtIsADeconfigurationFollowedByAConfiguration() {
        configure();
        read(EventType.DISABLE);

        assertThat(read(EventType.ENABLE)).containsExactly(DECONFIGURED, CONFIGURED);
    }

    @Test
    void aDeconfiguredDeviceCanBeConfiguredAgain() {
        configure();
        read(EventType.DISABLE);
        history.doubtIsOver();

        assertThat(read(EventType.ENABLE)).containsExactly(CONFIGURED);
    }

    @Test
    void disableOfAnUnconfiguredDeviceIsIgnored() {
        assertThat(read(EventType.DISABLE)).isEmpty();
        assertThat(history.doubt()).isEmpty();
    }

    @Test
    void suspendAndResumeAreReported() {
        configure();

        assertThat(read(EventType.SUSPEND)).containsExactly(SUSPENDED);
        assertThat(read(EventType.RESUME)).containsExactly(RESUMED);
    }

    @Test
    void aDeconfigurationAfterResumeIsNoUnplug() {
        configure();
        read(EventType.SUSPEND);
        read(EventType.RESUME);
        read(EventType.DISABLE);

        assertThat(history.doubtIsOver()).containsExactly(DECONFIGURED);
    }

    @Test
    void unbindDetaches() {
        configure();

        assertThat(read(EventType.UNBIND)).containsExactly(DETACHED);
    }

    @Test
    void bindWhileConfiguredMeansThatAnUnbindWasDropped() {
        configure();

        assertThat(read(EventType.BIND)).containsExactly(DETACHED);
    }

    @Test
    void unbindEndsADoubt() {
        configure();
        read(EventType.DISABLE);

        assertThat(read(EventType.UNBIND)).containsExactly(DETACHED);
        assertThat(history.doubt()).isEmpty();
    }

    @Test
    void unbindOfAnUnconfiguredDeviceIsIgnored() {
        assertThat(read(EventType.UNBIND)).isEmpty();
    }

    @Test
    void setupIsIgnored() {
        configure();

        assertThat(read(EventType.SETUP)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aChangeOfStateAloneIsIgnoredWhileConfigured(ControllerState state) {
        configure();

        assertThat(history.stateChanged(state)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aChangeOfStateAloneIsIgnoredWhileUnconfigured(ControllerState state) {
        assertThat(history.stateChanged(state)).isEmpty();
    }

    private void configure() {
        assertThat(history.event(EventType.ENABLE, ControllerState.CONFIGURED, UNWATCHED))
                .containsExactly(CONFIGURED);
    }

    private List<BusEvent> read(EventType event) {
        return history.event(event, ControllerState.CONFIGURED, UNWATCHED);
    }
}
