package usbd4j.dfu.mode;

import java.time.Instant;
import java.util.Optional;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.Reply;

/** dfuDNBUSY or dfuMANIFEST: ends by itself, and until then stalls every request, GETSTATE included. */
sealed interface BusyState extends ModeState permits DownloadBusy, Manifest {
    /** {@return when the state ends} */
    Instant end();

    @Override
    default Optional<Instant> until() {
        return Optional.of(end());
    }

    @Override
    default Reply status(Instant now, ModeStateMachine machine) {
        return switch (machine.options().getStatusWhileBusy()) {
            case STALL -> refuse(machine);
            case ANSWER -> machine.report(DfuStatus.OK, this, now);
            case HOLD -> machine.statusAfter(this, now);
        };
    }

    @Override
    default Reply detach(ModeStateMachine machine) {
        return refuse(machine);
    }

    @Override
    default Reply stateAlone(ModeStateMachine machine) {
        return refuse(machine);
    }
}
