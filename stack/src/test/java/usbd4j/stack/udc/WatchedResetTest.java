package usbd4j.stack.udc;

import static org.assertj.core.api.Assertions.assertThat;
import static usbd4j.stack.BusEvent.CONFIGURED;
import static usbd4j.stack.BusEvent.DECONFIGURED;
import static usbd4j.stack.BusEvent.DETACHED;
import static usbd4j.stack.BusEvent.RESET;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import usbd4j.stack.BusEvent;

/** If the kernel's calls are watched, they decide whether an event is a bus reset, whatever the controller's state. */
class WatchedResetTest {
    private final BusHistory history = new BusHistory();

    @BeforeEach
    void configure() {
        assertThat(read(EventType.ENABLE, ResetEvidence.RESET)).containsExactly(CONFIGURED);
    }

    @ParameterizedTest
    @EnumSource
    void aResetIsReportedAtOnce(ControllerState state) {
        assertThat(history.event(EventType.DISABLE, state, ResetEvidence.RESET)).containsExactly(RESET);
        assertThat(history.doubt()).isEmpty();
        assertThat(read(EventType.ENABLE, ResetEvidence.RESET)).containsExactly(CONFIGURED);
    }

    @Test
    void aResetIsReportedEvenIfItsDisableWasDropped() {
        assertThat(read(EventType.ENABLE, ResetEvidence.RESET)).containsExactly(RESET, CONFIGURED);
    }

    @Test
    void setInterfaceIsNoReset() {
        assertThat(read(EventType.ENABLE, ResetEvidence.NONE)).isEmpty();
    }

    @Test
    void aRepeatedSetConfigurationIsNoReset() {
        assertThat(read(EventType.DISABLE, ResetEvidence.NONE)).isEmpty();
        assertThat(read(EventType.ENABLE, ResetEvidence.NONE)).containsExactly(DECONFIGURED, CONFIGURED);
    }

    @Test
    void aRepeatedSetConfigurationWhoseDisableWasDroppedIsNoReset() {
        assertThat(read(EventType.ENABLE, ResetEvidence.NONE)).isEmpty();
    }

    @Test
    void setConfigurationZeroIsNoReset() {
        assertThat(history.event(EventType.DISABLE, ControllerState.ADDRESSED, ResetEvidence.NONE))
                .isEmpty();
        assertThat(history.doubtIsOver()).containsExactly(DECONFIGURED);
    }

    @Test
    void aResetAfterSetConfigurationIsReported() {
        read(EventType.DISABLE, ResetEvidence.NONE);

        assertThat(read(EventType.ENABLE, ResetEvidence.RESET)).containsExactly(RESET, CONFIGURED);
    }

    @Test
    void dwc2sDisconnectIsAResetIfTheHostConfiguresTheDeviceAgain() {
        assertThat(read(EventType.DISABLE, ResetEvidence.DISCONNECT)).isEmpty();
        assertThat(read(EventType.ENABLE, ResetEvidence.NONE)).containsExactly(RESET, CONFIGURED);
    }

    @Test
    void dwc2sDisconnectIsAResetEvenIfItsDisableWasDropped() {
        assertThat(read(EventType.ENABLE, ResetEvidence.DISCONNECT)).containsExactly(RESET, CONFIGURED);
    }

    @Test
    void aDisconnectIsAnUnplugIfNothingFollows() {
        read(EventType.DISABLE, ResetEvidence.DISCONNECT);

        assertThat(history.stateChanged(ControllerState.CONFIGURED)).isEmpty();
        assertThat(history.doubtIsOver()).containsExactly(DETACHED);
    }

    private List<BusEvent> read(EventType event, ResetEvidence evidence) {
        return history.event(event, ControllerState.CONFIGURED, evidence);
    }
}
