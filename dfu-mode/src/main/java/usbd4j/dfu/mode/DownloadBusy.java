package usbd4j.dfu.mode;

import java.time.Instant;
import usbd4j.dfu.DfuState;
import usbd4j.stack.Reply;

/**
 * dfuDNBUSY: writes a block (DFU 1.1, A.2.5).
 *
 * @param block the state that follows, with what becomes of the block
 */
record DownloadBusy(DownloadSync block) implements BusyState {
    @Override
    public DfuState state() {
        return DfuState.DFU_DNBUSY;
    }

    @Override
    public Instant end() {
        return block.done();
    }

    @Override
    public ModeState afterwards(ModeStateMachine machine) {
        return block.resets() ? new SelfReset() : block;
    }

    /** Nothing keeps a device from resetting that has begun to. */
    @Override
    public Reply refuse(ModeStateMachine machine) {
        return block.resets() ? Reply.stall("the device is about to reset") : BusyState.super.refuse(machine);
    }
}
