package usbd4j.dfu.mode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.Reply;

/**
 * dfuDNLOAD-SYNC with a block of an addressed memory that is stored, but not written yet: GETSTATUS starts writing, and answers
 * dfuDNBUSY even if that takes no time (DfuSe).
 *
 * @param wBlockNum the number of the block
 * @param offset how many bytes of this download came before it
 * @param block its bytes
 */
record DownloadStored(int wBlockNum, long offset, ByteBuffer block) implements SyncState {
    /** {@return the state with a copy of a block} */
    static DownloadStored copy(int wBlockNum, long offset, ByteBuffer block) {
        ByteBuffer copy = ByteBuffer.allocate(block.remaining()).put(block).flip();
        return new DownloadStored(wBlockNum, offset, copy.order(ByteOrder.LITTLE_ENDIAN));
    }

    @Override
    public DfuState state() {
        return DfuState.DFU_DNLOAD_SYNC;
    }

    @Override
    public Reply status(Instant now, ModeStateMachine machine) {
        DownloadSync started = machine.transfer().write(wBlockNum, offset, block, now);
        return machine.report(DfuStatus.OK, new DownloadBusy(started), now);
    }
}
