package usbd4j.dfu.mode;

import usbd4j.dfu.DfuState;
import usbd4j.stack.Reply;
import usbd4j.stack.SetupPacket;

/**
 * Uploading, waiting for the next UPLOAD (DFU 1.1, A.2.10).
 *
 * @param wBlockNum of the next block
 * @param offset where in the firmware it begins
 */
record UploadIdle(int wBlockNum, long offset) implements Resting {
    @Override
    public DfuState state() {
        return DfuState.DFU_UPLOAD_IDLE;
    }

    @Override
    public Reply upload(SetupPacket setup, Machine machine) {
        return setup.wValue() == wBlockNum ? machine.send(setup, offset) : machine.refuseBlock(setup, wBlockNum);
    }
}
