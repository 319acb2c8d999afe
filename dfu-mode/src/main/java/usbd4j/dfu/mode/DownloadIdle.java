package usbd4j.dfu.mode;

import java.time.Instant;
import usbd4j.dfu.DfuState;
import usbd4j.stack.Reply;
import usbd4j.stack.SetupPacket;

/**
 * dfuDNLOAD-IDLE: waits for the next block (DFU 1.1, A.2.6).
 *
 * @param wBlockNum the number of the next block; an addressed memory takes any
 * @param offset how many bytes came before the next block
 */
record DownloadIdle(int wBlockNum, long offset) implements IdleState {
    @Override
    public DfuState state() {
        return DfuState.DFU_DNLOAD_IDLE;
    }

    @Override
    public Reply download(SetupPacket setup, Instant now, ModeStateMachine machine) {
        return machine.transfer().isExpected(setup, wBlockNum)
                ? machine.transfer().receive(setup, offset, now)
                : machine.transfer().refuseBlock(setup, wBlockNum);
    }

    @Override
    public Reply complete(ModeStateMachine machine) {
        return machine.finishDownload();
    }
}
