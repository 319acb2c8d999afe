package usbd4j.dfu.mode;

import java.time.Instant;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.Reply;
import usbd4j.stack.SetupPacket;

/**
 * Waiting for the next block (DFU 1.1, A.2.6).
 *
 * @param wBlockNum its number, which it need not have if the memory is addressed
 * @param offset how many bytes came before it
 */
record DownloadIdle(int wBlockNum, long offset) implements Resting {
    @Override
    public DfuState state() {
        return DfuState.DFU_DNLOAD_IDLE;
    }

    @Override
    public Reply download(SetupPacket setup, Instant now, Machine machine) {
        return machine.isDue(setup, wBlockNum)
                ? machine.receive(setup, offset, now)
                : machine.refuseBlock(setup, wBlockNum);
    }

    @Override
    public Reply complete(Machine machine) {
        return machine.memory().isComplete()
                ? machine.beginManifestation()
                : machine.refuse(DfuStatus.ERR_NOTDONE, "the image is not complete");
    }
}
