package usbd4j.dfu.mode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import usbd4j.dfu.DfuState;
import usbd4j.stack.Reply;

/**
 * Has received a block of a memory that is addressed, and stored it: GETSTATUS starts what is to be done with it, and is told
 * dfuDNBUSY even if that takes no time (DfuSe). The host sees dfuDNLOAD-SYNC.
 *
 * @param wBlockNum the block's
 * @param offset how many bytes of this download came before it
 * @param block its bytes
 */
record DownloadStored(int wBlockNum, long offset, ByteBuffer block) implements Synchronizing {
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
    public Reply status(Instant now, Machine machine) {
        return machine.reportBusy(new DownloadBusy(machine.write(wBlockNum, offset, block, now)), now);
    }
}
