package usbd4j.stack.udc;

import static org.assertj.core.api.Assertions.assertThat;
import static usbd4j.stack.BusEvent.CONFIGURED;
import static usbd4j.stack.BusEvent.DECONFIGURED;
import static usbd4j.stack.BusEvent.RESET;
import static usbd4j.stack.udc.ResetEvidence.UNWATCHED;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bus reset, as each controller reports it and as it may appear to a reader. */
class BusHistoryResetTest {

    private final BusHistory history = new BusHistory();

    @BeforeEach
    void configure() {
        history.event(EventType.ENABLE, ControllerState.CONFIGURED, UNWATCHED);
    }

    @ParameterizedTest
    @EnumSource(names = {"DEFAULT", "OTHER"})
    void dummyHcdMusbAndDwc3MayHaveChangedTheirStateAlready(ControllerState state) {
        assertThat(history.event(EventType.DISABLE, state, UNWATCHED)).containsExactly(RESET);
        assertThat(history.doubt()).isEmpty();
        assertThat(history.event(EventType.ENABLE, ControllerState.CONFIGURED, UNWATCHED))
                .containsExactly(CONFIGURED);
    }

    @ParameterizedTest
    @EnumSource(names = {"DEFAULT", "OTHER"})
    void dummyHcdMusbAndDwc3MayChangeTheirStateAMomentLater(ControllerState state) {
        assertThat(history.event(EventType.DISABLE, ControllerState.CONFIGURED, UNWATCHED))
                .isEmpty();
        assertThat(history.stateChanged(state)).containsExactly(RESET);
        assertThat(history.doubt()).isEmpty();
    }

    @Test
    void dwc2IsNotAttachedUntilTheHostConfiguresTheDeviceAgain() {
        assertThat(history.event(EventType.DISABLE, ControllerState.NOT_ATTACHED, UNWATCHED))
                .isEmpty();
        assertThat(history.doubt()).isPresent();
        assertThat(history.event(EventType.ENABLE, ControllerState.CONFIGURED, UNWATCHED))
                .containsExactly(RESET, CONFIGURED);
    }

    @Test
    void dwc2MayChangeItsStateBeforeEnableIsRead() {
        history.event(EventType.DISABLE, ControllerState.NOT_ATTACHED, UNWATCHED);

        assertThat(history.stateChanged(ControllerState.CONFIGURED)).isEmpty();
        assertThat(history.event(EventType.ENABLE, ControllerState.CONFIGURED, UNWATCHED))
                .containsExactly(RESET, CONFIGURED);
    }

    @Test
    void addressedProvesNothing() {
        assertThat(history.event(EventType.DISABLE, ControllerState.ADDRESSED, UNWATCHED))
                .isEmpty();
        assertThat(history.doubtIsOver()).containsExactly(DECONFIGURED);
    }

    @Test
    void dwc2MayBecomeNotAttachedAMomentLater() {
        history.event(EventType.DISABLE, ControllerState.CONFIGURED, UNWATCHED);

        assertThat(history.stateChanged(ControllerState.NOT_ATTACHED)).isEmpty();
        assertThat(history.event(EventType.ENABLE, ControllerState.CONFIGURED, UNWATCHED))
                .containsExactly(RESET, CONFIGURED);
    }

    @Test
    void aPossibleDisconnectIsWaitedForLonger() {
        history.event(EventType.DISABLE, ControllerState.CONFIGURED, UNWATCHED);
        Duration before = history.doubt().orElseThrow();
        history.stateChanged(ControllerState.NOT_ATTACHED);

        assertThat(history.doubt())
                .hasValueSatisfying(after -> assertThat(after).isGreaterThan(before));
    }

    @Test
    void stillNotAttachedProvesNothing() {
        history.event(EventType.DISABLE, ControllerState.NOT_ATTACHED, UNWATCHED);

        assertThat(history.stateChanged(ControllerState.NOT_ATTACHED)).isEmpty();
        assertThat(history.doubt()).isPresent();
    }

    @Test
    void stillConfiguredProvesNothing() {
        history.event(EventType.DISABLE, ControllerState.CONFIGURED, UNWATCHED);

        assertThat(history.stateChanged(ControllerState.CONFIGURED)).isEmpty();
        assertThat(history.doubt()).isPresent();
    }

    @Test
    void aSuspendedBusCanBeResetToo() {
        history.event(EventType.SUSPEND, ControllerState.SUSPENDED, UNWATCHED);

        assertThat(history.event(EventType.DISABLE, ControllerState.DEFAULT, UNWATCHED))
                .containsExactly(RESET);
    }

    @Test
    void aResetEndsTheSuspension() {
        history.event(EventType.SUSPEND, ControllerState.SUSPENDED, UNWATCHED);
        history.event(EventType.DISABLE, ControllerState.DEFAULT, UNWATCHED);
        configure();
        history.event(EventType.DISABLE, ControllerState.CONFIGURED, UNWATCHED);

        assertThat(history.doubtIsOver()).containsExactly(DECONFIGURED);
    }

    @Test
    void everyResetIsReported() {
        history.event(EventType.DISABLE, ControllerState.DEFAULT, UNWATCHED);
        configure();

        assertThat(history.event(EventType.DISABLE, ControllerState.DEFAULT, UNWATCHED))
                .containsExactly(RESET);
    }

    @Test
    void aSecondResetBeforeTheDeviceIsConfiguredIsNotReported() {
        history.event(EventType.DISABLE, ControllerState.DEFAULT, UNWATCHED);

        assertThat(history.event(EventType.DISABLE, ControllerState.DEFAULT, UNWATCHED))
                .isEmpty();
    }
}
