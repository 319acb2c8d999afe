package usbd4j.dfu.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static usbd4j.dfu.mode.ModeHost.bytes;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import usbd4j.dfu.DfuAttributes;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.DfuStatus;

/** What happens after the last block, for each value of bitManifestationTolerant and bitWillDetach. */
class ManifestationTest {
    private final ModeHost host = ModeHost.ofDevice();

    @Test
    void aFailureIsReported() {
        host.memory.manifestation = DfuStatus.ERR_VERIFY;
        host.downloadAndManifest();

        assertThat(host.status()).isEqualTo("errVERIFY, dfuERROR");
        assertThat(host.memory.firmware()).hasSize(1000);
    }

    @Test
    void withoutTimeItIsOverWithTheFirstGetStatus() {
        host.memory.manifestationTime = Duration.ZERO;
        host.downloadWhole(0, bytes(64, 1));
        host.download(1);

        assertThat(host.status()).isEqualTo("OK, dfuIDLE");
        assertThat(host.memory.firmware()).containsExactly(bytes(64, 1));
    }

    @Test
    void aFailureWithoutTimeIsReported() {
        host.memory.manifestationTime = Duration.ZERO;
        host.memory.manifestation = DfuStatus.ERR_VERIFY;
        host.downloadWhole(0, bytes(64, 1));
        host.download(1);

        assertThat(host.status()).isEqualTo("errVERIFY, dfuERROR");
    }

    @Test
    void anIntolerantDeviceAlwaysAnswersManifest() {
        ModeHost intolerant = ModeHost.ofIntolerantDevice(true);
        intolerant.memory.manifestationTime = Duration.ZERO;
        intolerant.downloadWhole(0, bytes(64, 1));
        intolerant.download(1);

        assertThat(intolerant.status()).isEqualTo("OK, dfuMANIFEST");
        assertThat(intolerant.memory.firmware()).containsExactly(bytes(64, 1));
    }

    @Test
    void aDeviceThatCannotLeaveAfterManifestationStaysAndAnswers() {
        ModeHost staying = ModeHost.ofDeviceThatCannotLeave();
        staying.downloadAndManifest();
        staying.advance(10_000);

        assertThat(staying.leaveCount()).isEqualTo(1);
        assertThat(staying.status()).isEqualTo("OK, dfuIDLE");
    }

    @Test
    void anIntolerantDeviceWaitsForAReset() {
        ModeHost intolerant = ModeHost.ofIntolerantDevice(false);
        intolerant.downloadAndManifest();
        for (DfuRequest request : DfuRequest.values()) {
            intolerant.stalled(request.setup(0, 0, 0));
        }
        assertThat(intolerant.state()).isEqualTo(DfuState.DFU_MANIFEST_WAIT_RESET);
        assertThat(intolerant.leaveCount()).isZero();
        intolerant.usb().reset();

        assertThat(intolerant.leaveCount()).isEqualTo(1);
    }

    @Test
    void anIntolerantDeviceThatDetachesLeavesByItself() {
        ModeHost intolerant = ModeHost.ofIntolerantDevice(true);
        intolerant.downloadAndManifest();

        assertThat(intolerant.leaveCount()).isEqualTo(1);
        assertThat(intolerant.memory.firmware()).containsExactly(bytes(64, 1));
    }

    @Test
    void anIntolerantDeviceStaysAfterAFailure() {
        ModeHost intolerant = ModeHost.ofIntolerantDevice(true);
        intolerant.memory.manifestation = DfuStatus.ERR_VERIFY;
        intolerant.downloadAndManifest();

        assertThat(intolerant.leaveCount()).isZero();
        assertThat(intolerant.status()).isEqualTo("errVERIFY, dfuERROR");
    }

    private static ModeHost ofIntolerantDevice(DfuModeOptions options) {
        return new ModeHost(new DfuAttributes(true, true, false, false), options);
    }

    @Test
    void whereDfuManifestIsSkippedItManifestsInWaitReset() {
        ModeHost skipping = ofIntolerantDevice(DfuModeOptions.SPECIFICATION.withSkipManifest(true));
        skipping.downloadWhole(0, bytes(64, 1));
        skipping.download(1);
        assertThat(skipping.status()).isEqualTo("OK, dfuMANIFEST-WAIT-RESET, ask again in 100 ms");
        skipping.advance(99);
        assertThat(skipping.memory.firmware()).hasSize(1000);
        skipping.advance(1);

        assertThat(skipping.memory.firmware()).containsExactly(bytes(64, 1));
        assertThat(skipping.state()).isEqualTo(DfuState.DFU_MANIFEST_WAIT_RESET);
        assertThat(skipping.leaveCount()).isZero();
    }

    @Test
    void whereDfuManifestIsSkippedADeviceThatDetachesLeavesAfterManifestation() {
        ModeHost skipping = new ModeHost(
                new DfuAttributes(true, true, false, true), DfuModeOptions.SPECIFICATION.withSkipManifest(true));
        skipping.downloadWhole(0, bytes(64, 1));
        skipping.download(1);
        skipping.status();
        skipping.advance(99);
        assertThat(skipping.leaveCount()).isZero();
        skipping.advance(1);

        assertThat(skipping.leaveCount()).isEqualTo(1);
    }

    @Test
    void whereDfuManifestIsSkippedAFailureLeadsToDfuError() {
        ModeHost skipping = ofIntolerantDevice(DfuModeOptions.SPECIFICATION.withSkipManifest(true));
        skipping.memory.manifestation = DfuStatus.ERR_VERIFY;
        skipping.downloadWhole(0, bytes(64, 1));
        skipping.download(1);
        skipping.status();
        skipping.advance(100);

        assertThat(skipping.status()).isEqualTo("errVERIFY, dfuERROR");
    }

    @Test
    void answersInWaitResetTellTheTimeLeft() {
        ModeHost answering = ofIntolerantDevice(
                DfuModeOptions.SPECIFICATION.withSkipManifest(true).withAnswerInWaitReset(true));
        answering.downloadWhole(0, bytes(64, 1));
        answering.download(1);
        answering.status();
        answering.advance(40);
        assertThat(answering.status()).isEqualTo("OK, dfuMANIFEST-WAIT-RESET, ask again in 60 ms");
        answering.advance(60);

        assertThat(answering.status()).isEqualTo("OK, dfuMANIFEST-WAIT-RESET");
    }

    @Test
    void theToldTimeDoesNotChangeTheRealOne() {
        ModeHost hasty = ofIntolerantDevice(DfuModeOptions.SPECIFICATION.withPollTimeouts(
                PollTimeouts.REAL.with(DfuState.DFU_MANIFEST, 1).with(DfuState.DFU_DNBUSY, 1)));
        hasty.download(0, bytes(64, 1));
        assertThat(hasty.status()).isEqualTo("OK, dfuDNBUSY, ask again in 1 ms");
        hasty.advance(49);
        assertThat(hasty.state()).isEqualTo(DfuState.DFU_DNBUSY);
        hasty.advance(1);
        hasty.status();
        hasty.download(1);
        assertThat(hasty.status()).isEqualTo("OK, dfuMANIFEST, ask again in 1 ms");
        hasty.advance(99);
        assertThat(hasty.state()).isEqualTo(DfuState.DFU_MANIFEST);
        hasty.advance(1);

        assertThat(hasty.state()).isEqualTo(DfuState.DFU_MANIFEST_WAIT_RESET);
    }
}
