package usbd4j.dfu.mode;

import java.time.Duration;
import java.util.Optional;
import usbd4j.dfu.DfuStatus;

/**
 * Where devices differ from the specification, and from one another. Start with {@link #SPECIFICATION} or {@link #DFUSE}, and
 * change single options with the {@code with} methods, which explain them.
 *
 * @param abortWhileSynchronizing whether ABORT is accepted in dfuDNLOAD-SYNC and dfuMANIFEST-SYNC
 * @param getStatusWhileBusy what the device does with GETSTATUS in dfuDNBUSY and dfuMANIFEST
 * @param badAddress bStatus where a memory reports errADDRESS
 * @param leaveAfterDetach the time after which the device leaves for run-time after DETACH; empty if it stalls DETACH
 * @param answerInWaitReset whether GETSTATUS and GETSTATE are answered in dfuMANIFEST-WAIT-RESET
 * @param skipManifest whether a device that is not tolerant reports dfuMANIFEST-WAIT-RESET instead of dfuMANIFEST
 * @param finishManifestationAtReset whether a bus reset during manifestation finishes it
 * @param startInError whether the device enters DFU mode in dfuERROR
 * @param pollTimeouts bwPollTimeout in each state
 */
public record DfuModeOptions(
        boolean abortWhileSynchronizing,
        GetStatusWhileBusy getStatusWhileBusy,
        DfuStatus badAddress,
        Optional<Duration> leaveAfterDetach,
        boolean answerInWaitReset,
        boolean skipManifest,
        boolean finishManifestationAtReset,
        boolean startInError,
        PollTimeouts pollTimeouts) {
    /** The specification's reading. */
    public static final DfuModeOptions SPECIFICATION = new DfuModeOptions(
            false,
            GetStatusWhileBusy.STALL,
            DfuStatus.ERR_ADDRESS,
            Optional.empty(),
            false,
            false,
            false,
            false,
            PollTimeouts.REAL);

    /** ST's boot loaders, for DfuSe: a bad address is errTARGET. */
    public static final DfuModeOptions DFUSE = SPECIFICATION.withBadAddress(DfuStatus.ERR_TARGET);

    /** Checks that a bad address is an error, and that no time is negative. */
    public DfuModeOptions {
        if (badAddress == DfuStatus.OK) {
            throw new IllegalArgumentException("badAddress must be an error, and not OK");
        }
        if (leaveAfterDetach.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException(
                    "leaveAfterDetach is %s, and must not be negative".formatted(leaveAfterDetach.get()));
        }
    }

    /**
     * {@return the same options, but for ABORT in dfuDNLOAD-SYNC and dfuMANIFEST-SYNC}
     *
     * @param accepted whether it is accepted, and leads to dfuIDLE; by the specification it is stalled
     */
    public DfuModeOptions withAbortWhileSynchronizing(boolean accepted) {
        return new DfuModeOptions(
                accepted,
                getStatusWhileBusy,
                badAddress,
                leaveAfterDetach,
                answerInWaitReset,
                skipManifest,
                finishManifestationAtReset,
                startInError,
                pollTimeouts);
    }

    /**
     * {@return the same options, but for GETSTATUS in dfuDNBUSY and dfuMANIFEST}
     *
     * @param what what the device does with it; by the specification it stalls it
     */
    public DfuModeOptions withGetStatusWhileBusy(GetStatusWhileBusy what) {
        return new DfuModeOptions(
                abortWhileSynchronizing,
                what,
                badAddress,
                leaveAfterDetach,
                answerInWaitReset,
                skipManifest,
                finishManifestationAtReset,
                startInError,
                pollTimeouts);
    }

    /**
     * {@return the same options, but for the status of a bad address}
     *
     * @param status bStatus where a memory reports errADDRESS, not OK; by the specification errADDRESS
     */
    public DfuModeOptions withBadAddress(DfuStatus status) {
        return new DfuModeOptions(
                abortWhileSynchronizing,
                getStatusWhileBusy,
                status,
                leaveAfterDetach,
                answerInWaitReset,
                skipManifest,
                finishManifestationAtReset,
                startInError,
                pollTimeouts);
    }

    /**
     * {@return the same options, but DETACH is accepted, and the device leaves for run-time after it}
     *
     * <p>By the specification DETACH is stalled in DFU mode. Here it is accepted in every state in which the device takes requests,
     * as TinyUSB and dapboot accept it: not in dfuDNBUSY and dfuMANIFEST, and in dfuMANIFEST-WAIT-RESET only if GETSTATUS is answered
     * there. A DETACH with a data stage is stalled.
     *
     * <p>An unfinished transfer is dropped. Until the device leaves it tells the host that it is in dfuIDLE, and stalls other
     * requests than GETSTATUS and GETSTATE. A bus reset in that time does not make it leave earlier: {@code dfu-util -R} resets
     * the bus right after DETACH, and ends with status 251 unless the same device comes out of the reset. If the firmware cannot
     * run, the device stays in DFU mode, as after a bus reset.
     *
     * @param delay the time from the status stage until the device leaves; at least 0.5 s to outlast the reset of dfu-util
     */
    public DfuModeOptions withLeaveAfterDetach(Duration delay) {
        return new DfuModeOptions(
                abortWhileSynchronizing,
                getStatusWhileBusy,
                badAddress,
                Optional.of(delay),
                answerInWaitReset,
                skipManifest,
                finishManifestationAtReset,
                startInError,
                pollTimeouts);
    }

    /**
     * {@return the same options, but for GETSTATUS and GETSTATE in dfuMANIFEST-WAIT-RESET}
     *
     * @param answered whether they are answered, with OK and that state; by the specification they are stalled, as the device cannot
     *     communicate any more
     */
    public DfuModeOptions withAnswerInWaitReset(boolean answered) {
        return new DfuModeOptions(
                abortWhileSynchronizing,
                getStatusWhileBusy,
                badAddress,
                leaveAfterDetach,
                answered,
                skipManifest,
                finishManifestationAtReset,
                startInError,
                pollTimeouts);
    }

    /**
     * {@return the same options, but for the first GETSTATUS after the last block}
     *
     * @param skipped whether a device that is not tolerant answers dfuMANIFEST-WAIT-RESET at once, and manifests in that state; by the
     *     specification it answers dfuMANIFEST
     */
    public DfuModeOptions withSkipManifest(boolean skipped) {
        return new DfuModeOptions(
                abortWhileSynchronizing,
                getStatusWhileBusy,
                badAddress,
                leaveAfterDetach,
                answerInWaitReset,
                skipped,
                finishManifestationAtReset,
                startInError,
                pollTimeouts);
    }

    /**
     * {@return the same options, but for a bus reset between the last block and the end of manifestation}
     *
     * @param finished whether the device then finishes manifestation at once, and leaves with the new firmware; else the image is
     *     lost, and it leaves with the old one. The specification only says that a bus reset ends every state of DFU mode: it is
     *     read here as the end of manifestation too
     */
    public DfuModeOptions withFinishManifestationAtReset(boolean finished) {
        return new DfuModeOptions(
                abortWhileSynchronizing,
                getStatusWhileBusy,
                badAddress,
                leaveAfterDetach,
                answerInWaitReset,
                skipManifest,
                finished,
                startInError,
                pollTimeouts);
    }

    /**
     * {@return the same options, but for the state in which the device enters DFU mode}
     *
     * @param inError whether that is dfuERROR with errFIRMWARE, until CLRSTATUS, as in boot loaders of ST and GigaDevice; by the
     *     specification it is dfuIDLE if the firmware can run
     */
    public DfuModeOptions withStartInError(boolean inError) {
        return new DfuModeOptions(
                abortWhileSynchronizing,
                getStatusWhileBusy,
                badAddress,
                leaveAfterDetach,
                answerInWaitReset,
                skipManifest,
                finishManifestationAtReset,
                inError,
                pollTimeouts);
    }

    /**
     * {@return the same options, but for bwPollTimeout}
     *
     * @param timeouts bwPollTimeout in each state; by the specification the real time left
     */
    public DfuModeOptions withPollTimeouts(PollTimeouts timeouts) {
        return new DfuModeOptions(
                abortWhileSynchronizing,
                getStatusWhileBusy,
                badAddress,
                leaveAfterDetach,
                answerInWaitReset,
                skipManifest,
                finishManifestationAtReset,
                startInError,
                timeouts);
    }
}
