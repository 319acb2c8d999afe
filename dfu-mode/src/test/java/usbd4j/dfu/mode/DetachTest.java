package usbd4j.dfu.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static usbd4j.dfu.mode.ModeHost.bytes;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import usbd4j.dfu.DfuAttributes;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.BusEvent;

/** DETACH in DFU mode, of a device that leaves 100 ms after it. */
class DetachTest {
    private final ModeHost host = hostOfDeviceThatLeavesAfter(100);

    private static ModeHost hostOfDeviceThatLeavesAfter(int millis) {
        return new ModeHost(
                new DfuAttributes(true, true, true, false),
                DfuModeOptions.SPECIFICATION.withLeaveAfterDetach(Duration.ofMillis(millis)));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"DNBUSY", "MANIFEST"})
    void theDeviceDropsTheTransferAndLeavesAfterTheDelay(ReachableState state) {
        state.reach(host);
        byte[] before = host.memory.firmware();
        host.detach();
        assertThat(host.memory.incoming()).isZero();
        host.advance(99);
        assertThat(host.leaveCount()).isZero();
        host.advance(1);

        assertThat(host.leaveCount()).isEqualTo(1);
        assertThat(host.memory.firmware()).isEqualTo(before);
    }

    /** The host was told that manifestation is over, and sends DETACH as dfu-util -R does. */
    @Test
    void anImageThatIsManifestedInWaitResetIsNotDropped() {
        ModeHost skipping = new ModeHost(
                new DfuAttributes(true, true, false, false),
                DfuModeOptions.SPECIFICATION
                        .withSkipManifest(true)
                        .withAnswerInWaitReset(true)
                        .withLeaveAfterDetach(Duration.ofMillis(10)));
        ReachableState.MANIFEST.reach(skipping);
        assertThat(skipping.state()).isEqualTo(DfuState.DFU_MANIFEST_WAIT_RESET);
        skipping.detach();
        skipping.advance(10);

        assertThat(skipping.leaveCount()).isEqualTo(1);
        assertThat(skipping.memory.firmware()).hasSize(1);
    }

    @Test
    void theDeviceLeavesOnce() {
        host.detach();
        host.advance(10_000);

        assertThat(host.leaveCount()).isEqualTo(1);
    }

    @Test
    void withoutADelayTheDeviceLeavesAfterTheStatusStage() {
        ModeHost immediate = hostOfDeviceThatLeavesAfter(0);
        // If the device left before the status stage, this would throw.
        immediate.detach();

        assertThat(immediate.leaveCount()).isEqualTo(1);
    }

    @Test
    void withoutAStatusStageDetachHasNoEffect() {
        host.usb().controlAbandoned(DfuRequest.DETACH.setup(0, 1000, 0));
        host.advance(10_000);

        assertThat(host.leaveCount()).isZero();
    }

    @Test
    void untilItLeavesTheDeviceIsInDfuIdleAndStallsOtherRequests() {
        host.download(0, bytes(64, 1));
        host.detach();
        for (DfuRequest request : DfuRequest.values()) {
            if (request != DfuRequest.GETSTATUS && request != DfuRequest.GETSTATE) {
                host.stalled(request.setup(0, 0, 0));
            }
        }

        assertThat(host.status()).isEqualTo("OK, dfuIDLE");
        assertThat(host.usb().controlIn(DfuRequest.GETSTATE.setup(0, 0, 1))).containsExactly(2);
        host.advance(100);
        assertThat(host.leaveCount()).isEqualTo(1);
    }

    @Test
    void aResetDoesNotMakeItLeaveEarlier() {
        host.detach();
        host.advance(10);
        host.usb().reset();
        assertThat(host.leaveCount()).isZero();
        host.advance(90);

        assertThat(host.leaveCount()).isEqualTo(1);
    }

    @Test
    void anotherAlternateSettingDoesNotMakeItStay() {
        host.detach();
        host.setInterface(1);
        host.advance(100);

        assertThat(host.leaveCount()).isEqualTo(1);
    }

    @Test
    void unpluggingMakesItForgetTheDetach() {
        host.detach();
        host.usb().happen(BusEvent.DETACHED);
        host.advance(100);

        assertThat(host.leaveCount()).isZero();
        assertThat(host.state()).isEqualTo(DfuState.DFU_IDLE);
    }

    @Test
    void theDeviceStaysIfTheFirmwareCannotRun() {
        host.memory.condition = DfuStatus.ERR_FIRMWARE;
        host.detach();
        host.advance(100);

        assertThat(host.leaveCount()).isZero();
        assertThat(host.status()).isEqualTo("errFIRMWARE, dfuERROR");
    }

    @Test
    void theDelayMustNotBeNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hostOfDeviceThatLeavesAfter(-1))
                .withMessageContaining("leaveAfterDetach");
    }
}
