package usbd4j.dfu.mode;

import java.time.Duration;
import java.util.Optional;
import usbd4j.dfu.DfuStatus;

/**
 * Where devices differ from the specification, and from one another. Start with {@link #SPECIFICATION} or {@link #DFUSE}, and
 * change single options with the {@code with} methods.
 *
 * @param abortWhileSynchronizing whether ABORT in dfuDNLOAD-SYNC and dfuMANIFEST-SYNC is accepted, and leads to dfuIDLE; by the
 *     specification it is stalled
 * @param getStatusWhileBusy what the device does with GETSTATUS in dfuDNBUSY and dfuMANIFEST; by the specification it stalls it
 * @param badAddress bStatus where a memory reports errADDRESS; by the specification errADDRESS
 * @param leaveAfterDetach whether DETACH in DFU mode is accepted, and how long after its status stage the device leaves for
 *     run-time; empty if DETACH is stalled, as by the specification. In detail: {@link #withLeaveAfterDetach}
 */
public record DfuModeOptions(
        boolean abortWhileSynchronizing,
        GetStatusWhileBusy getStatusWhileBusy,
        DfuStatus badAddress,
        Optional<Duration> leaveAfterDetach) {
    /** The specification's reading. */
    public static final DfuModeOptions SPECIFICATION =
            new DfuModeOptions(false, GetStatusWhileBusy.STALL, DfuStatus.ERR_ADDRESS, Optional.empty());

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
     * @param accepted whether it is accepted
     */
    public DfuModeOptions withAbortWhileSynchronizing(boolean accepted) {
        return new DfuModeOptions(accepted, getStatusWhileBusy, badAddress, leaveAfterDetach);
    }

    /**
     * {@return the same options, but for GETSTATUS in dfuDNBUSY and dfuMANIFEST}
     *
     * @param what what the device does with it
     */
    public DfuModeOptions withGetStatusWhileBusy(GetStatusWhileBusy what) {
        return new DfuModeOptions(abortWhileSynchronizing, what, badAddress, leaveAfterDetach);
    }

    /**
     * {@return the same options, but for a bad address}
     *
     * @param status bStatus, not OK
     */
    public DfuModeOptions withBadAddress(DfuStatus status) {
        return new DfuModeOptions(abortWhileSynchronizing, getStatusWhileBusy, status, leaveAfterDetach);
    }

    /**
     * {@return the same options, but DETACH is accepted, and the device leaves for run-time after it}
     *
     * <p>It is accepted in every state in which the device takes requests, as TinyUSB and dapboot do it: not in dfuDNBUSY,
     * dfuMANIFEST and, unless GETSTATUS is answered there, dfuMANIFEST-WAIT-RESET. A DETACH with a data stage is stalled.
     *
     * <p>An unfinished transfer is dropped. Until the device leaves it tells the host that it is in dfuIDLE, and stalls other
     * requests than GETSTATUS and GETSTATE. A bus reset in that time does not make it leave earlier: {@code dfu-util -R} resets
     * the bus right after DETACH, and fails if it does not find the same device after the reset. If the firmware cannot run, the
     * device stays in DFU mode, as after a bus reset.
     *
     * @param delay the time from the status stage until the device leaves
     */
    public DfuModeOptions withLeaveAfterDetach(Duration delay) {
        return new DfuModeOptions(abortWhileSynchronizing, getStatusWhileBusy, badAddress, Optional.of(delay));
    }
}
