package usbd4j.gadget.cli;

import picocli.CommandLine.Option;
import usbd4j.dfu.mode.DfuModeOptions;
import usbd4j.dfu.mode.GetStatusWhileBusy;

/** Where the device takes more than the specification lets it. */
final class LeniencyOptions {
    @Option(
            names = "--answer-while-busy",
            order = 21,
            description =
                    "Answer GETSTATUS in dfuDNBUSY and dfuMANIFEST, as many devices do (default: refuse it, as DFU 1.1 says).")
    private boolean answerWhileBusy;

    @Option(
            names = "--abort-while-synchronizing",
            order = 22,
            description = "Take ABORT in dfuDNLOAD-SYNC and dfuMANIFEST-SYNC (default: refuse it, as DFU 1.1 says).")
    private boolean abortWhileSynchronizing;

    /**
     * {@return how DFU mode behaves}
     *
     * @param isDfuSe whether the device speaks DfuSe
     */
    DfuModeOptions options(boolean isDfuSe) {
        DfuModeOptions usual = isDfuSe ? DfuModeOptions.DFUSE : DfuModeOptions.SPECIFICATION;
        return usual.withAbortWhileSynchronizing(abortWhileSynchronizing)
                .withGetStatusWhileBusy(answerWhileBusy ? GetStatusWhileBusy.ANSWER : GetStatusWhileBusy.STALL);
    }
}
