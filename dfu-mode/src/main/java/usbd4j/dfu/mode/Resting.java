package usbd4j.dfu.mode;

import java.time.Instant;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.Reply;

/** A state in which it is the host's turn: GETSTATUS finds nothing wrong and changes nothing, and ABORT ends what was begun. */
sealed interface Resting extends ModeState permits Idle, DownloadIdle, UploadIdle {
    @Override
    default Reply status(Instant now, Machine machine) {
        return machine.report(DfuStatus.OK, this);
    }

    @Override
    default Reply abort(Machine machine) {
        return ModeState.backToIdle(machine);
    }
}
