package usbd4j.dfu.mode;

import java.time.Instant;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.Reply;
import usbd4j.stack.SetupPacket;

/**
 * Uploading, waiting for the next UPLOAD (DFU 1.1, A.2.10).
 *
 * @param wBlockNum of the next block
 * @param offset where in the firmware it begins
 */
record UploadIdle(int wBlockNum, long offset) implements ModeState {
    @Override
    public DfuState state() {
        return DfuState.DFU_UPLOAD_IDLE;
    }

    @Override
    public Reply upload(SetupPacket setup, Machine machine) {
        if (setup.wValue() != wBlockNum) {
            return machine.refuse(
                    DfuStatus.ERR_ADDRESS, "block %d is due, and not %d".formatted(wBlockNum, setup.wValue()));
        }
        return machine.send(setup, offset);
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
