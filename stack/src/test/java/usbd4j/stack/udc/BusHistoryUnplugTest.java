package usbd4j.stack.udc;

import static org.assertj.core.api.Assertions.assertThat;
import static usbd4j.stack.BusEvent.CONFIGURED;
import static usbd4j.stack.BusEvent.DETACHED;
import static usbd4j.stack.udc.ResetEvidence.UNWATCHED;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An unplugged cable, as each controller reports it. */
class BusHistoryUnplugTest {

    private final BusHistory history = new BusHistory();

    @BeforeEach
    void configure() {
        history.event(EventType.ENABLE, ControllerState.CONFIGURED, UNWATCHED);
    }

    @Test
    void dummyHcdReportsSuspendAndKeepsItsState() {
        history.event(EventType.SUSPEND, ControllerState.CONFIGURED, UNWATCHED);

        assertThat(history.event(EventType.DISABLE, ControllerState.CONFIGURED, UNWATCHED))
                .isEmpty();
        assertThat(history.doubtIsOver()).containsExactly(DETACHED);
    }

    @Test
    void otherControllersBecomeNotAttachedAndStayNotAttached() {
        assertThat(history.event(EventType.DISABLE, ControllerState.NOT_ATTACHED, UNWATCHED))
                .isEmpty();
        assertThat(history.doubtIsOver()).containsExactly(DETACHED);
        assertThat(history.doubt()).isEmpty();
    }

    @Test
    void suspendedBeforeNotAttachedIsNoReset() {
        history.event(EventType.SUSPEND, ControllerState.SUSPENDED, UNWATCHED);

        assertThat(history.event(EventType.DISABLE, ControllerState.SUSPENDED, UNWATCHED))
                .isEmpty();
        assertThat(history.stateChanged(ControllerState.NOT_ATTACHED)).isEmpty();
        assertThat(history.doubtIsOver()).containsExactly(DETACHED);
    }

    @Test
    void theDeviceIsConfiguredAgainAfterReplugging() {
        history.event(EventType.DISABLE, ControllerState.NOT_ATTACHED, UNWATCHED);
        history.doubtIsOver();

        assertThat(history.event(EventType.ENABLE, ControllerState.CONFIGURED, UNWATCHED))
                .containsExactly(CONFIGURED);
    }

    @Test
    void unpluggingTwiceIsReportedTwice() {
        history.event(EventType.DISABLE, ControllerState.NOT_ATTACHED, UNWATCHED);
        history.doubtIsOver();
        configure();
        history.event(EventType.DISABLE, ControllerState.NOT_ATTACHED, UNWATCHED);

        assertThat(history.doubtIsOver()).containsExactly(DETACHED);
    }
}
