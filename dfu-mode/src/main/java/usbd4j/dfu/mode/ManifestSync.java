package usbd4j.dfu.mode;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.Reply;

/**
 * Has received the last block, and waits for the host to ask with GETSTATUS (DFU 1.1, A.2.7); or has manifested already.
 *
 * @param result how manifestation went; empty before it
 */
record ManifestSync(Optional<DfuStatus> result) implements Synchronizing {
    static ManifestSync before() {
        return new ManifestSync(Optional.empty());
    }

    @Override
    public DfuState state() {
        return DfuState.DFU_MANIFEST_SYNC;
    }

    @Override
    public Reply status(Instant now, Machine machine) {
        if (result.isPresent()) {
            return over(result.get(), machine);
        }
        Duration time = machine.memory().manifestationTime();
        if (time.isZero() && machine.isManifestationTolerant()) {
            return over(machine.memory().manifest(), machine);
        }
        return machine.reportBusy(new Manifest(now.plus(time)), now);
    }

    private static Reply over(DfuStatus result, Machine machine) {
        return machine.report(result, result == DfuStatus.OK ? new Idle() : new InError(result));
    }
}
