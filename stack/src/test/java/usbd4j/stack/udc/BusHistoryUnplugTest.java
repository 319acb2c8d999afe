package usbd4j.stack.udc;

import static org.assertj.core.api.Assertions.assertThat;
import static usbd4j.stack.BusEvent.CONFIGURED;
import static usbd4j.stack.BusEvent.DETACHED;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An unplugged cable, as each controller reports it. */
class BusHistoryUnplugTest {
    private static final boolean TOUCHED = true;
    private static final boolean UNTOUCHED = false;

    private final BusHistory history = new BusHistory();

    @BeforeEach
    void configure() {
        history.event(EventType.ENABLE, ControllerState.CONFIGURED, TOUCHED);
    }

    @Test
    void dummyHcdSeesTheBusGoIdleAndKeepsItsState() {
        history.event(EventType.SUSPEND, ControllerState.CONFIGURED, UNTOUCHED);

        assertThat(history.event(EventType.DISABLE, ControllerState.CONFIGURED, UNTOUCHED))
                .isEmpty();
        assertThat(history.doubtIsOver()).containsExactly(DETACHED);
    }

    @Test
    void otherControllersAreNotAttachedAndStaySo() {
        assertThat(history.event(EventType.DISABLE, ControllerState.NOT_ATTACHED, TOUCHED))
                .isEmpty();
        assertThat(history.doubtIsOver()).containsExactly(DETACHED);
        assertThat(history.doubt()).isEmpty();
    }

    @Test
    void theStateSuspendedOnTheWayIsNoReset() {
        history.event(EventType.SUSPEND, ControllerState.SUSPENDED, TOUCHED);

        assertThat(history.event(EventType.DISABLE, ControllerState.SUSPENDED, TOUCHED))
                .isEmpty();
        assertThat(history.stateChanged(ControllerState.NOT_ATTACHED)).isEmpty();
        assertThat(history.doubtIsOver()).containsExactly(DETACHED);
    }

    @Test
    void pluggedInAgainTheDeviceIsConfiguredAsTheFirstTime() {
        history.event(EventType.DISABLE, ControllerState.NOT_ATTACHED, TOUCHED);
        history.doubtIsOver();

        assertThat(history.event(EventType.ENABLE, ControllerState.CONFIGURED, TOUCHED))
                .containsExactly(CONFIGURED);
    }

    @Test
    void aCablePulledTwiceIsToldTwice() {
        history.event(EventType.DISABLE, ControllerState.NOT_ATTACHED, TOUCHED);
        history.doubtIsOver();
        configure();
        history.event(EventType.DISABLE, ControllerState.NOT_ATTACHED, TOUCHED);

        assertThat(history.doubtIsOver()).containsExactly(DETACHED);
    }
}
