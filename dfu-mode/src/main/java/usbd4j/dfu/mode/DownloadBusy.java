package usbd4j.dfu.mode;

import java.time.Instant;
import usbd4j.dfu.DfuState;

/**
 * Programming a block (DFU 1.1, A.2.5).
 *
 * @param block what is programmed
 */
record DownloadBusy(DownloadSync block) implements Busy {
    @Override
    public DfuState state() {
        return DfuState.DFU_DNBUSY;
    }

    @Override
    public Instant end() {
        return block.done();
    }

    @Override
    public ModeState afterwards(Machine machine) {
        return block.resets() ? new Resetting() : block;
    }
}
