package usbd4j.dfu.mode;

import java.util.Optional;
import usbd4j.dfu.DfuState;

/** Has manifested, cannot talk any more, and waits for a bus reset (DFU 1.1, A.2.9), if it does not leave by itself. */
record ManifestWaitReset() implements Gone {
    @Override
    public DfuState state() {
        return DfuState.DFU_MANIFEST_WAIT_RESET;
    }

    @Override
    public Optional<Departure> departure(Machine machine) {
        return machine.leavesByItself() ? Optional.of(Departure.FOR_RUN_TIME) : Optional.empty();
    }
}
