package usbd4j.dfu.mode;

import java.time.Instant;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.Reply;
import usbd4j.stack.SetupPacket;

/**
 * Waiting for the next block (DFU 1.1, A.2.6).
 *
 * @param wBlockNum its number
 * @param offset where in the image it begins
 */
record DownloadIdle(int wBlockNum, long offset) implements ModeState {
    @Override
    public DfuState state() {
        return DfuState.DFU_DNLOAD_IDLE;
    }

    @Override
    public Reply download(SetupPacket setup, Instant now, Machine machine) {
        if (setup.wValue() != wBlockNum) {
            return machine.refuse(
                    DfuStatus.ERR_ADDRESS, "block %d is due, and not %d".formatted(wBlockNum, setup.wValue()));
        }
        return machine.receive(setup, offset, now);
    }

    @Override
    public Reply complete(Machine machine) {
        if (!machine.memory().isComplete()) {
            return machine.refuse(DfuStatus.ERR_NOTDONE, "the image is not complete");
        }
        return Reply.ack(now -> machine.enter(ManifestSync.before()));
    }

    @Override
    public Reply status(Instant now, Machine machine) {
        return machine.report(DfuStatus.OK, this);
    }

    @Override
    public Reply abort(Machine machine) {
        return ModeState.backToIdle(machine);
    }
}
