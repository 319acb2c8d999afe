package usbd4j.dfu.mode;

import usbd4j.dfu.DfuStatus;

/**
 * Where devices differ from the specification, and from one another.
 *
 * @param abortWhileSynchronizing whether ABORT is taken in dfuDNLOAD-SYNC and dfuMANIFEST-SYNC too, and leads to dfuIDLE; by
 *     the specification it is refused
 * @param answerWhileBusy whether GETSTATUS is answered in dfuDNBUSY and dfuMANIFEST; by the specification it is refused
 * @param badAddress what the host is told where the memory says errADDRESS; by the specification errADDRESS
 */
public record DfuModeOptions(boolean abortWhileSynchronizing, boolean answerWhileBusy, DfuStatus badAddress) {
    /** The specification's reading. */
    public static final DfuModeOptions SPECIFICATION = new DfuModeOptions(false, false);

    /** That of ST's boot loaders, the one for DfuSe: a bad address is errTARGET. */
    public static final DfuModeOptions DFUSE = new DfuModeOptions(false, false, DfuStatus.ERR_TARGET);

    /** Checks that a bad address is an error. */
    public DfuModeOptions {
        if (badAddress == DfuStatus.OK) {
            throw new IllegalArgumentException("badAddress is an error, and not OK");
        }
    }

    /**
     * Options with the specification's errADDRESS.
     *
     * @param abortWhileSynchronizing whether ABORT is taken in dfuDNLOAD-SYNC and dfuMANIFEST-SYNC too
     * @param answerWhileBusy whether GETSTATUS is answered in dfuDNBUSY and dfuMANIFEST
     */
    public DfuModeOptions(boolean abortWhileSynchronizing, boolean answerWhileBusy) {
        this(abortWhileSynchronizing, answerWhileBusy, DfuStatus.ERR_ADDRESS);
    }
}
