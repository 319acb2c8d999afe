package usbd4j.dfu.mode;

import usbd4j.dfu.DfuState;
import usbd4j.stack.Reply;
import usbd4j.stack.SetupPacket;

/**
 * Uploading, waiting for the next UPLOAD (DFU 1.1, A.2.10).
 *
 * @param wBlockNum of the next block, which it need not have if the memory is addressed
 * @param offset how many bytes came before it
 */
record UploadIdle(int wBlockNum, long offset) implements Resting {
    @Override
    public DfuState state() {
        return DfuState.DFU_UPLOAD_IDLE;
    }

    @Override
    public Reply upload(SetupPacket setup, Machine machine) {
        return machine.isDue(setup, wBlockNum) ? machine.send(setup, offset) : machine.refuseBlock(setup, wBlockNum);
    }
}
