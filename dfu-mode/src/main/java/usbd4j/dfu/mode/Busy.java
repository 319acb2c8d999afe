package usbd4j.dfu.mode;

import java.time.Instant;
import java.util.Optional;
import usbd4j.stack.Reply;

/** A state that ends by itself, after the time that the host was told; until then it answers nothing, not even GETSTATE. */
sealed interface Busy extends ModeState permits DownloadBusy, Manifest {
    /** {@return when it ends} */
    Instant end();

    @Override
    default Optional<Instant> until() {
        return Optional.of(end());
    }

    @Override
    default Reply status(Instant now, Machine machine) {
        return machine.options().answerWhileBusy() ? machine.answerBusy(this, now) : refuse(machine);
    }

    @Override
    default Reply stateAlone(Machine machine) {
        return refuse(machine);
    }
}
