package usbd4j.dfu.mode;

import java.util.Optional;
import usbd4j.dfu.DfuState;

/** The device leaves for run-time, after DETACH. */
record Detached() implements AwaitingDisconnect {
    @Override
    public DfuState state() {
        return DfuState.DFU_IDLE;
    }

    @Override
    public Optional<LeaveReason> leaves(ModeStateMachine machine) {
        return Optional.of(LeaveReason.DETACHED);
    }
}
