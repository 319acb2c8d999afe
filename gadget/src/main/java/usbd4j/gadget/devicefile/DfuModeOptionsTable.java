package usbd4j.gadget.devicefile;

import static usbd4j.gadget.devicefile.NumberTypes.BOOLEAN;
import static usbd4j.gadget.devicefile.NumberTypes.MILLISECONDS;
import static usbd4j.gadget.devicefile.NumberTypes.POLL_TIMEOUT;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.mode.DfuModeOptions;
import usbd4j.dfu.mode.GetStatusWhileBusy;
import usbd4j.dfu.mode.PollTimeouts;

/** The keys of {@code [dfu-mode]} with which a device differs from DFU 1.1. */
final class DfuModeOptionsTable {
    private static final ValueType<GetStatusWhileBusy> WHILE_BUSY =
            TextTypes.choice("\"stall\", \"answer\" or \"hold\"", GetStatusWhileBusy.values());

    private DfuModeOptionsTable() {}

    static DfuModeOptions read(Table table, boolean isDfuSe) {
        DfuModeOptions usual = isDfuSe ? DfuModeOptions.DFUSE : DfuModeOptions.SPECIFICATION;
        boolean skipsManifest = table.value(
                "skip-manifest",
                BOOLEAN,
                false,
                "A device that is not tolerant answers the first GETSTATUS after the last block with"
                        + " dfuMANIFEST-WAIT-RESET, not dfuMANIFEST.");
        // Who is told that manifestation is over resets at once.
        boolean finishesAtReset = table.optional(
                        "finish-manifestation-at-reset",
                        BOOLEAN,
                        "false; true with skip-manifest",
                        "A bus reset during manifestation finishes it; else the image is lost.")
                .orElse(skipsManifest);
        return new DfuModeOptions(
                table.value(
                        "abort-while-synchronizing",
                        BOOLEAN,
                        false,
                        "ABORT is accepted in dfuDNLOAD-SYNC and dfuMANIFEST-SYNC, as on many devices."),
                table.value(
                        "getstatus-while-busy",
                        WHILE_BUSY,
                        GetStatusWhileBusy.STALL,
                        "GETSTATUS in dfuDNBUSY and dfuMANIFEST is stalled, answered at once as on many devices, or held until the"
                                + " memory is done as in STM32 ROMs."),
                usual.badAddress(),
                table.optional(
                        "leave-after-detach",
                        MILLISECONDS,
                        "none: DETACH is stalled",
                        "DETACH in DFU mode is accepted, and the device leaves for run-time after this time, as TinyUSB and"
                                + " dapboot do. dfu-util -R sends it."),
                table.value(
                        "answer-in-wait-reset",
                        BOOLEAN,
                        false,
                        "GETSTATUS and GETSTATE are answered in dfuMANIFEST-WAIT-RESET. dfu-util resets the bus only if they are."),
                skipsManifest,
                finishesAtReset,
                table.value(
                        "start-in-error",
                        BOOLEAN,
                        false,
                        "The device enters DFU mode in dfuERROR with errFIRMWARE, and CLRSTATUS brings it to dfuIDLE, as in boot"
                                + " loaders of ST and GigaDevice."),
                table.table(
                        "poll-timeout",
                        "bwPollTimeout as the device claims it, for each bState of GETSTATUS. How long the device really takes is up to"
                                + " programming-time, erase-time and manifestation-time.",
                        DfuModeOptionsTable::pollTimeouts));
    }

    private static PollTimeouts pollTimeouts(Table table) {
        Map<DfuState, Integer> told = new EnumMap<>(DfuState.class);
        for (DfuState state : EnumSet.range(DfuState.DFU_IDLE, DfuState.DFU_ERROR)) {
            table.optional(
                            state.toString(),
                            POLL_TIMEOUT,
                            "the time left",
                            "bwPollTimeout with bState %s.".formatted(state))
                    .ifPresent(millis -> told.put(state, millis));
        }
        return new PollTimeouts(told);
    }
}
