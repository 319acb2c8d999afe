package usbd4j.dfu.mode;

import java.util.Optional;
import usbd4j.dfu.DfuState;

/** The device leaves the bus and comes back in DFU mode, because its memory asked for a reset (DfuSe, read-unprotect) or the power failed. */
record SelfReset() implements AwaitingDisconnect {
    /** The last state that the host was told. */
    @Override
    public DfuState state() {
        return DfuState.DFU_DNBUSY;
    }

    @Override
    public Optional<LeaveReason> leaves(ModeStateMachine machine) {
        return Optional.of(LeaveReason.MEMORY_RESET);
    }
}
