package usbd4j.dfu.mode;

import usbd4j.stack.Reply;

/** A state that ends with the device leaving the bus. Requests are stalled, and change nothing. */
sealed interface AwaitingDisconnect extends ModeState permits ManifestWaitReset, Detaching, Detached, SelfReset {
    @Override
    default Reply detach(ModeStateMachine machine) {
        return refuse(machine);
    }

    @Override
    default Reply stateAlone(ModeStateMachine machine) {
        return refuse(machine);
    }

    /** Does not lead to dfuERROR: the device has stopped communicating. */
    @Override
    default Reply refuse(ModeStateMachine machine) {
        return Reply.stall(leaves(machine).isPresent() ? "the device is about to leave" : "waiting for a bus reset");
    }
}
