package usbd4j.dfu.mode;

import usbd4j.dfu.DfuState;
import usbd4j.stack.Reply;
import usbd4j.stack.SetupPacket;

/**
 * dfuUPLOAD-IDLE: waits for the next UPLOAD (DFU 1.1, A.2.10).
 *
 * @param wBlockNum the number of the next block; an addressed memory takes any
 * @param offset how many bytes came before the next block
 */
record UploadIdle(int wBlockNum, long offset) implements IdleState {
    @Override
    public DfuState state() {
        return DfuState.DFU_UPLOAD_IDLE;
    }

    @Override
    public Reply upload(SetupPacket setup, ModeStateMachine machine) {
        return machine.transfer().isExpected(setup, wBlockNum)
                ? machine.transfer().send(setup, offset)
                : machine.transfer().refuseBlock(setup, wBlockNum);
    }
}
