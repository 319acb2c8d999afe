package usbd4j.dfu.mode;

import java.time.Instant;
import java.util.Optional;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.DfuStatus;

/**
 * dfuMANIFEST: makes the downloaded image the firmware (DFU 1.1, A.2.8). The memory does so when the state ends: by then the host
 * has its answer, and does not wait for a slow disk.
 *
 * @param end when the state ends
 */
record Manifest(Instant end) implements BusyState {
    @Override
    public DfuState state() {
        return DfuState.DFU_MANIFEST;
    }

    @Override
    public ModeState afterwards(ModeStateMachine machine) {
        DfuStatus result = machine.memory().manifest();
        return machine.isManifestationTolerant()
                ? new ManifestSync(Optional.of(result))
                : ManifestWaitReset.after(result);
    }

    @Override
    public void finishManifestation(ModeStateMachine machine) {
        machine.memory().manifest();
    }
}
