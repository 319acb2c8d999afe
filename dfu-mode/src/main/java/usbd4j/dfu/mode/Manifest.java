package usbd4j.dfu.mode;

import java.time.Instant;
import java.util.Optional;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.DfuStatus;

/**
 * Manifesting the new firmware (DFU 1.1, A.2.8). It becomes the firmware at the end: by then the host has its answer, and
 * writing to a slow disk keeps nobody waiting.
 *
 * @param end when the time is over that the host was told
 */
record Manifest(Instant end) implements Busy {
    @Override
    public DfuState state() {
        return DfuState.DFU_MANIFEST;
    }

    @Override
    public ModeState afterwards(Machine machine) {
        DfuStatus result = machine.memory().manifest();
        if (machine.isManifestationTolerant()) {
            return new ManifestSync(Optional.of(result));
        }
        return result == DfuStatus.OK ? new ManifestWaitReset() : new InError(result);
    }
}
