package usbd4j.dfu.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static usbd4j.dfu.mode.ModeHost.bytes;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import usbd4j.dfu.DfuAttributes;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.BusEvent;
import usbd4j.stack.Direction;
import usbd4j.stack.Recipient;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;

/** Bus resets, unplugging and a new configuration in DFU mode. */
class BusEventTest {
    /** The states in which the firmware is new after a reset that finishes manifestation. */
    private static final Set<ReachableState> MANIFESTATION =
            EnumSet.of(ReachableState.MANIFEST_SYNC, ReachableState.MANIFEST, ReachableState.MANIFESTED);

    private final ModeHost host = ModeHost.ofDevice();

    @ParameterizedTest
    @EnumSource
    void aResetLeavesForRunTimeWithTheOldFirmware(ReachableState state) {
        state.reach(host);
        byte[] before = host.memory.firmware();
        host.usb().reset();

        assertThat(host.leaveCount()).isEqualTo(1);
        assertThat(host.memory.firmware()).isEqualTo(before);
        assertThat(host.memory.incoming()).isZero();
    }

    /** The options that are not about resets, each alone. */
    static List<DfuModeOptions> otherOptions() {
        DfuModeOptions usual = DfuModeOptions.SPECIFICATION;
        return List.of(
                usual.withAbortWhileSynchronizing(true),
                usual.withGetStatusWhileBusy(GetStatusWhileBusy.ANSWER),
                usual.withBadAddress(DfuStatus.ERR_TARGET),
                usual.withLeaveAfterDetach(Duration.ofMillis(100)),
                usual.withAnswerInWaitReset(true),
                usual.withSkipManifest(true),
                usual.withPollTimeouts(PollTimeouts.REAL.with(DfuState.DFU_MANIFEST, 1)));
    }

    @ParameterizedTest
    @MethodSource("otherOptions")
    void otherOptionsDoNotChangeAReset(DfuModeOptions options) {
        for (ReachableState state : ReachableState.values()) {
            ModeHost other = new ModeHost(new DfuAttributes(true, true, true, false), options);
            ModeHost usual = ModeHost.ofDevice();
            state.reach(other);
            state.reach(usual);
            other.usb().reset();
            usual.usb().reset();

            assertThat(other.leaveCount()).as("%s", state).isEqualTo(1);
            assertThat(other.state()).as("%s", state).isEqualTo(usual.state());
            assertThat(other.memory.firmware()).as("%s", state).isEqualTo(usual.memory.firmware());
        }
    }

    /** Manifestation is finished in the states from the last block to its end, and nothing else changes. */
    @ParameterizedTest
    @EnumSource
    void aResetCanFinishManifestation(ReachableState state) {
        ModeHost finishing = finishing();
        state.reach(finishing);
        finishing.usb().reset();

        assertThat(finishing.leaveCount()).isEqualTo(1);
        assertThat(finishing.memory.firmware()).hasSize(MANIFESTATION.contains(state) ? 1 : 1000);
        assertThat(finishing.memory.incoming()).isZero();
    }

    @Test
    void aResetCanFinishManifestationInWaitReset() {
        ModeHost finishing = new ModeHost(
                new DfuAttributes(true, true, false, false),
                DfuModeOptions.SPECIFICATION.withSkipManifest(true).withFinishManifestationAtReset(true));
        ReachableState.MANIFEST.reach(finishing);
        finishing.usb().reset();

        assertThat(finishing.leaveCount()).isEqualTo(1);
        assertThat(finishing.memory.firmware()).hasSize(1);
    }

    @Test
    void aResetInWaitResetLosesTheImageBeforeTheEndOfManifestation() {
        ModeHost losing = new ModeHost(
                new DfuAttributes(true, true, false, false), DfuModeOptions.SPECIFICATION.withSkipManifest(true));
        ReachableState.MANIFEST.reach(losing);
        losing.usb().reset();

        assertThat(losing.leaveCount()).isEqualTo(1);
        assertThat(losing.memory.firmware()).hasSize(1000);
    }

    @Test
    void manifestationThatFailsAtAResetLeavesWithTheOldFirmware() {
        ModeHost finishing = finishing();
        finishing.memory.manifestation = DfuStatus.ERR_VERIFY;
        ReachableState.MANIFEST.reach(finishing);
        finishing.usb().reset();

        assertThat(finishing.leaveCount()).isEqualTo(1);
        assertThat(finishing.memory.firmware()).hasSize(1000);
    }

    private static ModeHost finishing() {
        return new ModeHost(
                new DfuAttributes(true, true, true, false),
                DfuModeOptions.SPECIFICATION.withFinishManifestationAtReset(true));
    }

    @Test
    void aResetStaysInDfuModeIfTheFirmwareCannotRun() {
        host.memory.condition = DfuStatus.ERR_FIRMWARE;
        host.usb().reset();

        assertThat(host.leaveCount()).isZero();
        assertThat(host.status()).isEqualTo("errFIRMWARE, dfuERROR");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "IDLE")
    void unpluggingDropsATransfer(ReachableState state) {
        state.reach(host);
        host.usb().happen(BusEvent.DETACHED);

        assertThat(host.state()).isEqualTo(DfuState.DFU_IDLE);
        assertThat(host.leaveCount()).isZero();
        assertThat(host.memory.incoming()).isZero();
    }

    @Test
    void aNewConfigurationSelectsTheFirstMemory() {
        host.setInterface(1);
        host.usb().controlOut(SetupPacket.of(Direction.OUT, RequestType.STANDARD, Recipient.DEVICE, 9, 1, 0, 0));
        host.downloadAndManifest();

        assertThat(host.memory.firmware()).containsExactly(bytes(64, 1));
        assertThat(host.second.firmware()).isNotEqualTo(host.memory.firmware());
    }
}
