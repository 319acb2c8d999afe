package usbd4j.dfu.mode;

import usbd4j.stack.Reply;

/** A state in which the device cannot talk any more, and is about to leave. */
sealed interface Gone extends ModeState permits ManifestWaitReset, Resetting {
    @Override
    default Reply stateAlone(Machine machine) {
        return refuse(machine);
    }

    /** No error comes of it: nobody is there to have one. */
    @Override
    default Reply refuse(Machine machine) {
        return Reply.stall(departure(machine).isPresent() ? "the device is about to leave" : "waiting for a bus reset");
    }
}
