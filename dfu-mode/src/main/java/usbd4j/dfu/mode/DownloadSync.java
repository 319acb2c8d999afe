package usbd4j.dfu.mode;

import java.time.Instant;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.Reply;

/**
 * dfuDNLOAD-SYNC: has received a block, and waits for GETSTATUS (DFU 1.1, A.2.4).
 *
 * @param result bStatus once the block is written
 * @param resets whether the device then resets itself
 * @param done when the block is written
 * @param wBlockNum the number of the next block
 * @param offset how many bytes came before the next block
 */
record DownloadSync(DfuStatus result, boolean resets, Instant done, int wBlockNum, long offset) implements SyncState {
    @Override
    public DfuState state() {
        return DfuState.DFU_DNLOAD_SYNC;
    }

    @Override
    public Reply status(Instant now, ModeStateMachine machine) {
        if (now.isBefore(done)) {
            return machine.report(DfuStatus.OK, new DownloadBusy(this), now);
        }
        if (result != DfuStatus.OK) {
            machine.memory().abort();
            return machine.report(result, new ErrorState(result), now);
        }
        return machine.report(DfuStatus.OK, new DownloadIdle(wBlockNum, offset), now);
    }
}
