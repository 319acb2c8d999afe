package usbd4j.dfu.mode;

import java.util.Optional;
import usbd4j.dfu.DfuState;

/** dfuMANIFEST-WAIT-RESET: waits for a bus reset (DFU 1.1, A.2.9), or leaves the bus by itself. */
record ManifestWaitReset() implements AwaitingDisconnect {
    @Override
    public DfuState state() {
        return DfuState.DFU_MANIFEST_WAIT_RESET;
    }

    @Override
    public Optional<LeaveReason> leaves(ModeStateMachine machine) {
        return machine.leavesByItself() ? Optional.of(LeaveReason.MANIFESTED) : Optional.empty();
    }
}
