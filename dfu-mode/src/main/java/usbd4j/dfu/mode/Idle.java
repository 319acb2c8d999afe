package usbd4j.dfu.mode;

import java.time.Instant;
import usbd4j.dfu.DfuState;
import usbd4j.stack.Reply;
import usbd4j.stack.SetupPacket;

/** Waiting for requests (DFU 1.1, A.2.3). */
record Idle() implements Resting {
    @Override
    public DfuState state() {
        return DfuState.DFU_IDLE;
    }

    /** With which wBlockNum a download begins is the host's choice. */
    @Override
    public Reply download(SetupPacket setup, Instant now, Machine machine) {
        return machine.receive(setup, 0, now);
    }

    /** Without a download before it, this can only mean to leave. */
    @Override
    public Reply complete(Machine machine) {
        return machine.memory().isAddressed() ? machine.beginManifestation() : refuse(machine);
    }

    @Override
    public Reply upload(SetupPacket setup, Machine machine) {
        return machine.send(setup, 0);
    }
}
