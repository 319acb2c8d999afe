package usbd4j.dfu.mode;

import java.time.Instant;
import java.util.Optional;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.Reply;

/**
 * dfuMANIFEST-WAIT-RESET: waits for a bus reset (DFU 1.1, A.2.9), or leaves the bus by itself. A device that skips dfuMANIFEST
 * manifests in this state.
 *
 * @param end when manifestation ends; empty after it
 */
record ManifestWaitReset(Optional<Instant> end) implements AwaitingDisconnect {
    static ManifestWaitReset manifested() {
        return new ManifestWaitReset(Optional.empty());
    }

    @Override
    public DfuState state() {
        return DfuState.DFU_MANIFEST_WAIT_RESET;
    }

    @Override
    public Optional<Instant> until() {
        return end;
    }

    @Override
    public ModeState afterwards(ModeStateMachine machine) {
        return after(machine.memory().manifest());
    }

    /** {@return the state of a device that is not tolerant after manifestation} */
    static ModeState after(DfuStatus result) {
        return result == DfuStatus.OK ? manifested() : new ErrorState(result);
    }

    @Override
    public void finishManifestation(ModeStateMachine machine) {
        if (end.isPresent()) {
            machine.memory().manifest();
        }
    }

    /** The host was told that manifestation is over. */
    @Override
    public void detached(ModeStateMachine machine) {
        finishManifestation(machine);
    }

    @Override
    public Optional<LeaveReason> leaves(ModeStateMachine machine) {
        return end.isEmpty() && machine.leavesByItself() ? Optional.of(LeaveReason.MANIFESTED) : Optional.empty();
    }

    @Override
    public Reply status(Instant now, ModeStateMachine machine) {
        return machine.options().answerInWaitReset() ? machine.report(DfuStatus.OK, this, now) : refuse(machine);
    }

    @Override
    public Reply stateAlone(ModeStateMachine machine) {
        return machine.options().answerInWaitReset() ? Reply.data(state().bytes()) : refuse(machine);
    }

    @Override
    public Reply detach(ModeStateMachine machine) {
        return machine.options().answerInWaitReset() ? machine.detach(this) : refuse(machine);
    }
}
