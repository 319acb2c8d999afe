package usbd4j.dfu.mode;

import java.time.Instant;
import java.util.Optional;
import usbd4j.dfu.DfuState;
import usbd4j.stack.Reply;

/**
 * Programming a block (DFU 1.1, A.2.5).
 *
 * @param block what is programmed
 */
record DownloadBusy(DownloadSync block) implements ModeState {
    @Override
    public DfuState state() {
        return DfuState.DFU_DNBUSY;
    }

    @Override
    public Optional<Instant> until() {
        return Optional.of(block.done());
    }

    @Override
    public ModeState afterwards(Machine machine) {
        return block;
    }

    @Override
    public Reply status(Instant now, Machine machine) {
        return machine.options().answerWhileBusy() ? machine.answerBusy(this, now) : refuse(machine);
    }

    @Override
    public Reply stateAlone(Machine machine) {
        return refuse(machine);
    }
}
