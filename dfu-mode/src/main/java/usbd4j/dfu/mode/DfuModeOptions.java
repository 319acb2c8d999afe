package usbd4j.dfu.mode;

/**
 * Where devices differ from the specification, and from one another.
 *
 * @param abortWhileSynchronizing whether ABORT is taken in dfuDNLOAD-SYNC and dfuMANIFEST-SYNC too, and leads to dfuIDLE; by
 *     the specification it is refused
 * @param answerWhileBusy whether GETSTATUS is answered in dfuDNBUSY and dfuMANIFEST; by the specification it is refused
 */
public record DfuModeOptions(boolean abortWhileSynchronizing, boolean answerWhileBusy) {
    /** The specification's reading. */
    public static final DfuModeOptions SPECIFICATION = new DfuModeOptions(false, false);
}
