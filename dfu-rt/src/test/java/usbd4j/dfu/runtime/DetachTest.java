package usbd4j.dfu.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.DfuState;
import usbd4j.stack.SetupPacket;

/** DETACH in appIDLE: when it is accepted, and how long appDETACH lasts. */
class DetachTest {
    private final DfuHost host = DfuHost.ofWaitingDevice(DetachPolicy.ACCEPT);

    @Test
    void aDeviceStartsInAppIdle() {
        assertThat(host.getState()).isEqualTo(DfuState.APP_IDLE);
    }

    @Test
    void leadsToAppDetach() {
        host.detach(1000);

        assertThat(host.getState()).isEqualTo(DfuState.APP_DETACH);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "500, 500", "1000, 1000", "1001, 1000", "65535, 1000"})
    void lastsForWTimeoutButAtMostWDetachTimeOut(int wTimeout, int millis) {
        host.detach(wTimeout);
        host.advance(millis - 1);
        assertThat(host.getState()).isEqualTo(DfuState.APP_DETACH);
        host.advance(1);

        assertThat(host.getState()).isEqualTo(DfuState.APP_IDLE);
    }

    @Test
    void withAWTimeoutOfZeroEndsAtOnce() {
        host.detach(0);

        assertThat(host.getState()).isEqualTo(DfuState.APP_IDLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 65535})
    void withADataStageIsStalled(int wLength) {
        host.stalled(DfuRequest.DETACH.setup(0, 1000, wLength));

        assertThat(host.getState()).isEqualTo(DfuState.APP_IDLE);
    }

    @Test
    void refusedByTheApplicationIsStalled() {
        DfuHost refused = DfuHost.ofWaitingDevice(DetachPolicy.REFUSE);
        refused.stalled(DfuRequest.DETACH.setup(0, 1000, 0));

        assertThat(refused.getState()).isEqualTo(DfuState.APP_IDLE);
    }

    @Test
    void withoutAStatusStageHasNoEffect() {
        host.usb().controlAbandoned(DfuRequest.DETACH.setup(0, 1000, 0));

        assertThat(host.getState()).isEqualTo(DfuState.APP_IDLE);
    }

    @Test
    void isShortenedByTheApplication() {
        DfuHost shortened = DfuHost.ofWaitingDevice(DetachPolicy.atMost(Duration.ofMillis(100)));
        shortened.detach(1000);
        shortened.advance(100);

        assertThat(shortened.getState()).isEqualTo(DfuState.APP_IDLE);
    }

    @Test
    void isNotExtendedByTheLimitOfTheApplication() {
        DfuHost limited = DfuHost.ofWaitingDevice(DetachPolicy.atMost(Duration.ofMillis(100)));
        limited.detach(50);
        limited.advance(50);

        assertThat(limited.getState()).isEqualTo(DfuState.APP_IDLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 50, 1000, 65535})
    void canLastLongerThanTheHostAsksForAndTheDeviceClaims(int wTimeout) {
        DfuHost patient = DfuHost.ofWaitingDevice(DetachPolicy.always(Duration.ofSeconds(3)));
        patient.detach(wTimeout);
        patient.advance(2999);
        patient.reset();

        assertThat(patient.timesDetached()).isEqualTo(1);
    }

    @Test
    void canLastShorterThanTheHostAsksFor() {
        DfuHost hasty = DfuHost.ofWaitingDevice(DetachPolicy.always(Duration.ofMillis(50)));
        hasty.detach(1000);
        hasty.advance(50);
        hasty.reset();

        assertThat(hasty.timesDetached()).isZero();
        assertThat(hasty.getState()).isEqualTo(DfuState.APP_IDLE);
    }

    @Test
    void itsTimeMustNotBeNegative() {
        Duration negative = Duration.ofMillis(-1);

        assertThatIllegalArgumentException().isThrownBy(() -> DetachPolicy.always(negative));
        assertThatIllegalArgumentException().isThrownBy(() -> DetachPolicy.atMost(negative));
    }

    @Test
    void isAllowedForWTimeoutButAtMostWDetachTimeOut() {
        List<Duration> allowances = new ArrayList<>();
        DetachPolicy policy = allowed -> {
            allowances.add(allowed);
            return Optional.of(allowed);
        };
        DfuHost.ofWaitingDevice(policy).detach(300);
        DfuHost.ofWaitingDevice(policy).detach(30000);

        assertThat(allowances).containsExactly(Duration.ofMillis(300), Duration.ofMillis(1000));
    }

    @Test
    void isNotTheStandardGetStatus() {
        assertThat(host.usb().controlIn(new SetupPacket(0x81, 0, 0, 0, 2))).containsExactly(0, 0);
        assertThat(host.getState()).isEqualTo(DfuState.APP_IDLE);
    }

    @ParameterizedTest
    @CsvSource({"0x20, device", "0x22, endpoint", "0x23, other", "0x24, reserved"})
    void toAnotherRecipientIsStalled(int bmRequestType, String recipient) {
        host.stalled(new SetupPacket(bmRequestType, 0, 1000, 0, 0));

        assertThat(host.getState()).as(recipient).isEqualTo(DfuState.APP_IDLE);
    }

    @Test
    void toAnotherInterfaceIsStalled() {
        host.stalled(DfuRequest.DETACH.setup(1, 1000, 0));

        assertThat(host.getState()).isEqualTo(DfuState.APP_IDLE);
    }
}
