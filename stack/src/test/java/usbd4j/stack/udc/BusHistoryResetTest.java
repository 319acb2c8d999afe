package usbd4j.stack.udc;

import static org.assertj.core.api.Assertions.assertThat;
import static usbd4j.stack.BusEvent.CONFIGURED;
import static usbd4j.stack.BusEvent.DECONFIGURED;
import static usbd4j.stack.BusEvent.RESET;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bus reset, as each controller reports it and as a reader may meet it. */
class BusHistoryResetTest {
    private static final boolean TOUCHED = true;
    private static final boolean UNTOUCHED = false;

    private final BusHistory history = new BusHistory();

    @BeforeEach
    void configure() {
        history.event(EventType.ENABLE, ControllerState.CONFIGURED, TOUCHED);
    }

    @ParameterizedTest
    @EnumSource(names = {"DEFAULT", "ADDRESSED", "OTHER"})
    void dummyHcdMusbAndDwc3HaveLeftTheStateConfigured(ControllerState state) {
        assertThat(history.event(EventType.DISABLE, state, TOUCHED)).containsExactly(RESET);
        assertThat(history.doubt()).isEmpty();
        assertThat(history.event(EventType.ENABLE, ControllerState.CONFIGURED, TOUCHED))
                .containsExactly(CONFIGURED);
    }

    @ParameterizedTest
    @EnumSource(names = {"DEFAULT", "ADDRESSED", "OTHER"})
    void dummyHcdMusbAndDwc3LeaveTheStateConfiguredAMomentLater(ControllerState state) {
        assertThat(history.event(EventType.DISABLE, ControllerState.CONFIGURED, UNTOUCHED))
                .isEmpty();
        assertThat(history.stateChanged(state)).containsExactly(RESET);
        assertThat(history.doubt()).isEmpty();
    }

    @Test
    void dwc2IsNotAttachedUntilTheHostConfiguresTheDeviceAgain() {
        assertThat(history.event(EventType.DISABLE, ControllerState.NOT_ATTACHED, TOUCHED))
                .isEmpty();
        assertThat(history.doubt()).isPresent();
        assertThat(history.event(EventType.ENABLE, ControllerState.CONFIGURED, TOUCHED))
                .containsExactly(RESET, CONFIGURED);
    }

    @Test
    void dwc2MayChangeItsStateBeforeEnableIsRead() {
        history.event(EventType.DISABLE, ControllerState.NOT_ATTACHED, TOUCHED);

        assertThat(history.stateChanged(ControllerState.CONFIGURED)).containsExactly(RESET);
        assertThat(history.event(EventType.ENABLE, ControllerState.CONFIGURED, UNTOUCHED))
                .containsExactly(CONFIGURED);
    }

    @Test
    void dwc2MayBecomeNotAttachedAMomentLater() {
        history.event(EventType.DISABLE, ControllerState.CONFIGURED, UNTOUCHED);

        assertThat(history.stateChanged(ControllerState.NOT_ATTACHED)).isEmpty();
        assertThat(history.event(EventType.ENABLE, ControllerState.CONFIGURED, TOUCHED))
                .containsExactly(RESET, CONFIGURED);
    }

    @Test
    void thatTheHostMayHaveLeftIsDoubtedForLonger() {
        history.event(EventType.DISABLE, ControllerState.CONFIGURED, UNTOUCHED);
        Duration before = history.doubt().orElseThrow();
        history.stateChanged(ControllerState.NOT_ATTACHED);

        assertThat(history.doubt())
                .hasValueSatisfying(after -> assertThat(after).isGreaterThan(before));
    }

    @Test
    void stillNotAttachedProvesNothing() {
        history.event(EventType.DISABLE, ControllerState.NOT_ATTACHED, TOUCHED);

        assertThat(history.stateChanged(ControllerState.NOT_ATTACHED)).isEmpty();
        assertThat(history.doubt()).isPresent();
    }

    @Test
    void stillConfiguredProvesNothing() {
        history.event(EventType.DISABLE, ControllerState.CONFIGURED, UNTOUCHED);

        assertThat(history.stateChanged(ControllerState.CONFIGURED)).isEmpty();
        assertThat(history.doubt()).isPresent();
    }

    @Test
    void aLateReaderSeesTheStateConfiguredAgainButTouched() {
        assertThat(history.event(EventType.DISABLE, ControllerState.CONFIGURED, TOUCHED))
                .containsExactly(RESET);
    }

    @Test
    void aLaterReaderSeesOnlyEnableAndTheStateTouched() {
        assertThat(history.event(EventType.ENABLE, ControllerState.CONFIGURED, TOUCHED))
                .containsExactly(RESET, CONFIGURED);
    }

    @Test
    void aSuspendedBusCanBeResetToo() {
        history.event(EventType.SUSPEND, ControllerState.SUSPENDED, TOUCHED);

        assertThat(history.event(EventType.DISABLE, ControllerState.DEFAULT, TOUCHED))
                .containsExactly(RESET);
    }

    @Test
    void aResetEndsTheSuspension() {
        history.event(EventType.SUSPEND, ControllerState.SUSPENDED, TOUCHED);
        history.event(EventType.DISABLE, ControllerState.DEFAULT, TOUCHED);
        configure();
        history.event(EventType.DISABLE, ControllerState.CONFIGURED, UNTOUCHED);

        assertThat(history.doubtIsOver()).containsExactly(DECONFIGURED);
    }

    @Test
    void everyResetIsTold() {
        history.event(EventType.DISABLE, ControllerState.DEFAULT, TOUCHED);
        configure();

        assertThat(history.event(EventType.DISABLE, ControllerState.DEFAULT, TOUCHED))
                .containsExactly(RESET);
    }

    @Test
    void aResetBeforeTheDeviceIsConfiguredAgainIsNotToldTwice() {
        history.event(EventType.DISABLE, ControllerState.DEFAULT, TOUCHED);

        assertThat(history.event(EventType.DISABLE, ControllerState.DEFAULT, TOUCHED))
                .isEmpty();
    }
}
