package usbd4j.dfu.runtime;

import java.time.Instant;
import java.util.Optional;
import usbd4j.dfu.DfuState;
import usbd4j.stack.Reply;
import usbd4j.stack.SetupPacket;

/**
 * Running the normal application, with a DETACH granted (DFU 1.1, A.2.2).
 *
 * @param end when the time that was granted is over
 */
record AppDetach(Instant end) implements RuntimeState {
    @Override
    public DfuState state() {
        return DfuState.APP_DETACH;
    }

    @Override
    public Optional<Instant> until() {
        return Optional.of(end);
    }

    @Override
    public Transition request(SetupPacket setup, Instant now, DetachRules rules) {
        return report(setup)
                .map(reply -> new Transition(this, reply))
                .orElseGet(() -> new Transition(new AppIdle(), Reply.stall("not a request for appDETACH")));
    }
}
