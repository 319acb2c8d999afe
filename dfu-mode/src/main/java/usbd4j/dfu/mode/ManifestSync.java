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
            return reportResult(result.get(), now, machine);
        }
        Duration time = machine.memory().manifestationTime();
        if (machine.isManifestationTolerant()) {
            return time.isZero()
                    ? reportResult(machine.memory().manifest(), now, machine)
                    : machine.report(DfuStatus.OK, new Manifest(now.plus(time)), now);
        }
        Instant end = now.plus(time);
        ModeState next = machine.options().skipManifest() ? new ManifestWaitReset(Optional.of(end)) : new Manifest(end);
        return machine.report(DfuStatus.OK, next, now);
    }

    private static Reply reportResult(DfuStatus result, Instant now, ModeStateMachine machine) {
        return machine.report(result, result == DfuStatus.OK ? new Idle() : new ErrorState(result), now);
    }

    @Override
    public void finishManifestation(ModeStateMachine machine) {
        if (result.isEmpty()) {
            machine.memory().manifest();
        }
    }
}
