package usbd4j.dfu.mode;

import java.time.Instant;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.Reply;

/**
 * dfuERROR: waits for CLRSTATUS (DFU 1.1, A.2.11). A request that is stalled here does not replace the error.
 *
 * @param status bStatus of the error
 */
record ErrorState(DfuStatus status) implements ModeState {
    @Override
    public DfuState state() {
        return DfuState.DFU_ERROR;
    }

    @Override
    public Reply status(Instant now, ModeStateMachine machine) {
        return machine.report(status, this, now);
    }

    @Override
    public Reply clearStatus(ModeStateMachine machine) {
        return machine.backToIdle();
    }

    @Override
    public Reply refuse(ModeStateMachine machine) {
        return machine.refuse(status, "not a request for " + state());
    }
}
