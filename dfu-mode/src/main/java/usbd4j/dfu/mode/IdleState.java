package usbd4j.dfu.mode;

import java.time.Instant;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.Reply;

/** One of the three idle states: GETSTATUS reports OK and changes nothing, and ABORT leads to dfuIDLE. */
sealed interface IdleState extends ModeState permits Idle, DownloadIdle, UploadIdle {
    @Override
    default Reply status(Instant now, ModeStateMachine machine) {
        return machine.report(DfuStatus.OK, this, now);
    }

    @Override
    default Reply abort(ModeStateMachine machine) {
        return machine.backToIdle();
    }
}
