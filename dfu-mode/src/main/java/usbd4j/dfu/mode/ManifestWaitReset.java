package usbd4j.dfu.mode;

import usbd4j.dfu.DfuState;
import usbd4j.stack.Reply;

/** Has manifested, cannot talk any more, and waits for a bus reset (DFU 1.1, A.2.9). */
record ManifestWaitReset() implements ModeState {
    @Override
    public DfuState state() {
        return DfuState.DFU_MANIFEST_WAIT_RESET;
    }

    @Override
    public Reply stateAlone(Machine machine) {
        return refuse(machine);
    }

    /** No error comes of it: nobody is there to have one. */
    @Override
    public Reply refuse(Machine machine) {
        return Reply.stall("waiting for a bus reset");
    }
}
