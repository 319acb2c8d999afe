package usbd4j.dfu.mode;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.Reply;

/**
 * DETACH was accepted in DFU mode, and the device leaves soon. To the host it is in dfuIDLE.
 *
 * @param end when the device leaves
 */
record Detaching(Instant end) implements AwaitingDisconnect {
    @Override
    public DfuState state() {
        return DfuState.DFU_IDLE;
    }

    @Override
    public Optional<Instant> until() {
        return Optional.of(end);
    }

    @Override
    public ModeState afterwards(ModeStateMachine machine) {
        return new Detached();
    }

    @Override
    public boolean survivesReset() {
        return true;
    }

    @Override
    public Reply status(Instant now, ModeStateMachine machine) {
        return machine.statusReport().of(DfuStatus.OK, Duration.ZERO, state(), machine.memory());
    }

    @Override
    public Reply stateAlone(ModeStateMachine machine) {
        return Reply.data(state().bytes());
    }

    @Override
    public Reply refuse(ModeStateMachine machine) {
        return Reply.stall("the device is about to leave, after DETACH");
    }
}
