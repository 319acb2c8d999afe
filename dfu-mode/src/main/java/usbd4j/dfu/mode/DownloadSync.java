package usbd4j.dfu.mode;

import java.time.Instant;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.Reply;

/**
 * Has received a block, and waits for the host to ask with GETSTATUS (DFU 1.1, A.2.4).
 *
 * @param result what becomes of the block
 * @param resets whether the device then resets itself
 * @param done when the memory is done with it
 * @param wBlockNum of the next block
 * @param offset of the next block
 */
record DownloadSync(DfuStatus result, boolean resets, Instant done, int wBlockNum, long offset)
        implements Synchronizing {
    @Override
    public DfuState state() {
        return DfuState.DFU_DNLOAD_SYNC;
    }

    @Override
    public Reply status(Instant now, Machine machine) {
        if (now.isBefore(done)) {
            return machine.reportBusy(new DownloadBusy(this), now);
        }
        if (result != DfuStatus.OK) {
            machine.memory().abort();
            return machine.report(result, new InError(result));
        }
        return machine.report(DfuStatus.OK, new DownloadIdle(wBlockNum, offset));
    }
}
