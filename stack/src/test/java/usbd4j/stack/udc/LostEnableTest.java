package usbd4j.stack.udc;

import static org.assertj.core.api.Assertions.assertThat;
import static usbd4j.stack.BusEvent.CONFIGURED;
import static usbd4j.stack.BusEvent.DETACHED;
import static usbd4j.stack.BusEvent.RESET;

import java.util.List;
import org.junit.jupiter.api.Test;
import usbd4j.stack.BusEvent;

/** A host that configures the device and resets the bus before the ENABLE is read: FunctionFS keeps only what comes last. */
class LostEnableTest {
    private final BusHistory history = new BusHistory();

    @Test
    void theResetIsReportedIfTheHostHasConfiguredTheDeviceAgain() {
        assertThat(history.lostEnable()).containsExactly(CONFIGURED);
        assertThat(read(EventType.ENABLE, ResetEvidence.RESET)).containsExactly(RESET, CONFIGURED);
    }

    @Test
    void theResetIsReportedBeforeTheHostConfiguresTheDeviceAgain() {
        assertThat(history.lostEnable()).containsExactly(CONFIGURED);
        assertThat(read(EventType.DISABLE, ResetEvidence.RESET)).containsExactly(RESET);
        assertThat(read(EventType.ENABLE, ResetEvidence.NONE)).containsExactly(CONFIGURED);
    }

    @Test
    void anUnpluggedCableIsNoReset() {
        assertThat(history.lostEnable()).containsExactly(CONFIGURED);
        assertThat(read(EventType.DISABLE, ResetEvidence.DISCONNECT)).isEmpty();
        assertThat(history.doubtIsOver()).containsExactly(DETACHED);
    }

    @Test
    void isOfNoNewsIfTheDeviceIsConfigured() {
        assertThat(read(EventType.ENABLE, ResetEvidence.NONE)).containsExactly(CONFIGURED);
        assertThat(history.lostEnable()).isEmpty();
        assertThat(read(EventType.DISABLE, ResetEvidence.RESET)).containsExactly(RESET);
    }

    private List<BusEvent> read(EventType event, ResetEvidence evidence) {
        return history.event(event, ControllerState.CONFIGURED, evidence);
    }
}
