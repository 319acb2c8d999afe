package usbd4j.dfu.mode;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.Reply;

/**
 * dfuMANIFEST-SYNC: waits for GETSTATUS (DFU 1.1, A.2.7), after the last block or, on a tolerant device, after manifestation.
 *
 * @param result bStatus of manifestation; empty before it
 */
record ManifestSync(Optional<DfuStatus> result) implements SyncState {
    static ManifestSync before() {
        return new ManifestSync(Optional.empty());
    }

    @Override
    public DfuState state() {
        return DfuState.DFU_MANIFEST_SYNC;
    }

    @Override
    public Reply status(Instant now, ModeStateMachine machine) {
        if (result.isPresent()) {
            return manifested(result.get(), machine);
        }
        Duration time = machine.memory().manifestationTime();
        if (time.isZero() && machine.isManifestationTolerant()) {
            return manifested(machine.memory().manifest(), machine);
        }
        return machine.reportBusy(new Manifest(now.plus(time)), now);
    }

    private static Reply manifested(DfuStatus result, ModeStateMachine machine) {
        return machine.report(result, result == DfuStatus.OK ? new Idle() : new ErrorState(result));
    }
}
