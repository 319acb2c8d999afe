package usbd4j.dfu.mode;

import java.time.Instant;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.Reply;

/**
 * Has met an error, and waits for CLRSTATUS (DFU 1.1, A.2.11). What it refuses does not change the error.
 *
 * @param status what it was
 */
record InError(DfuStatus status) implements ModeState {
    @Override
    public DfuState state() {
        return DfuState.DFU_ERROR;
    }

    @Override
    public Reply status(Instant now, Machine machine) {
        return machine.report(status, this);
    }

    @Override
    public Reply clearStatus(Machine machine) {
        return ModeState.backToIdle(machine);
    }

    @Override
    public Reply refuse(Machine machine) {
        return machine.refuse(status, "not a request for " + state());
    }
}
