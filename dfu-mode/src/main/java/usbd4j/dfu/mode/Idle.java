package usbd4j.dfu.mode;

import java.time.Instant;
import usbd4j.dfu.DfuState;
import usbd4j.stack.Reply;
import usbd4j.stack.SetupPacket;

/** dfuIDLE: waits for requests (DFU 1.1, A.2.3). */
record Idle() implements IdleState {
    @Override
    public DfuState state() {
        return DfuState.DFU_IDLE;
    }

    /** The host chooses the wBlockNum of the first block. */
    @Override
    public Reply download(SetupPacket setup, Instant now, ModeStateMachine machine) {
        return machine.transfer().receive(setup, 0, now);
    }

    /** Without a download before it, this asks an addressed memory to leave DFU mode. */
    @Override
    public Reply complete(ModeStateMachine machine) {
        return machine.memory().isAddressed() ? machine.finishDownload() : refuse(machine);
    }

    @Override
    public Reply upload(SetupPacket setup, ModeStateMachine machine) {
        return machine.transfer().send(setup, 0);
    }
}
