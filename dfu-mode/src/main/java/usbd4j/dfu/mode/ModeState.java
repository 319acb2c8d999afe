package usbd4j.dfu.mode;

import java.time.Instant;
import java.util.Optional;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.Reply;
import usbd4j.stack.SetupPacket;

/**
 * A state of DFU mode (DFU 1.1, A.2.3 to A.2.11) and its replies. By default a request is stalled, and leads to dfuERROR.
 */
sealed interface ModeState permits IdleState, SyncState, BusyState, AwaitingDisconnect, ErrorState {
    /** {@return the state that the host is told} */
    DfuState state();

    /** {@return when the state ends by itself, or empty if it does not} */
    default Optional<Instant> until() {
        return Optional.empty();
    }

    /** {@return the state that follows when {@link #until} has passed} */
    default ModeState afterwards(ModeStateMachine machine) {
        return this;
    }

    /** {@return why the device leaves the bus when it enters this state, or empty if it stays} */
    default Optional<LeaveReason> leaves(ModeStateMachine machine) {
        return Optional.empty();
    }

    /** Called after the status stage of a DETACH that is accepted: drops an unfinished transfer. */
    default void detached(ModeStateMachine machine) {
        machine.memory().abort();
    }

    /** Called at a bus reset, if the options say so: manifests at once if that was under way. */
    default void finishManifestation(ModeStateMachine machine) {}

    /** {@return whether a bus reset or another alternate setting leaves the device in this state} */
    default boolean survivesReset() {
        return false;
    }

    /**
     * {@return the reply to a class request to the DFU interface}
     *
     * @param setup the request
     * @param now the time
     * @param machine enters the next state, at once or after the status stage
     */
    default Reply request(SetupPacket setup, Instant now, ModeStateMachine machine) {
        Optional<DfuRequest> request = DfuRequest.of(setup);
        if (request.isEmpty()) {
            return refuse(machine);
        }
        return switch (request.get()) {
            case DNLOAD -> setup.wLength() > 0 ? download(setup, now, machine) : complete(machine);
            case UPLOAD -> upload(setup, machine);
            case GETSTATUS -> status(now, machine);
            case GETSTATE -> stateAlone(machine);
            case CLRSTATUS -> setup.wLength() > 0 ? refuse(machine) : clearStatus(machine);
            case ABORT -> setup.wLength() > 0 ? refuse(machine) : abort(machine);
            case DETACH -> setup.wLength() > 0 ? refuse(machine) : detach(machine);
        };
    }

    /** {@return the reply to DNLOAD with data} */
    default Reply download(SetupPacket setup, Instant now, ModeStateMachine machine) {
        return refuse(machine);
    }

    /** {@return the reply to DNLOAD without data, which ends a download} */
    default Reply complete(ModeStateMachine machine) {
        return refuse(machine);
    }

    /** {@return the reply to UPLOAD} */
    default Reply upload(SetupPacket setup, ModeStateMachine machine) {
        return refuse(machine);
    }

    /** {@return the reply to GETSTATUS} */
    default Reply status(Instant now, ModeStateMachine machine) {
        return refuse(machine);
    }

    /** {@return the reply to GETSTATE} */
    default Reply stateAlone(ModeStateMachine machine) {
        return Reply.data(state().bytes());
    }

    /** {@return the reply to CLRSTATUS} */
    default Reply clearStatus(ModeStateMachine machine) {
        return refuse(machine);
    }

    /** {@return the reply to ABORT} */
    default Reply abort(ModeStateMachine machine) {
        return refuse(machine);
    }

    /** {@return the reply to DETACH} */
    default Reply detach(ModeStateMachine machine) {
        return machine.detach(this);
    }

    /** {@return the reply to a request that the state does not take} */
    default Reply refuse(ModeStateMachine machine) {
        return machine.refuse(DfuStatus.ERR_STALLEDPKT, "not a request for " + state());
    }
}
