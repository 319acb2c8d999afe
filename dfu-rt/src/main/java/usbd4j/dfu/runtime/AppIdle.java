package usbd4j.dfu.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.DfuState;
import usbd4j.stack.Reply;
import usbd4j.stack.SetupPacket;

/** Running the normal application (DFU 1.1, A.2.1). */
record AppIdle() implements RuntimeState {
    @Override
    public DfuState state() {
        return DfuState.APP_IDLE;
    }

    @Override
    public Optional<Instant> until() {
        return Optional.empty();
    }

    @Override
    public Transition request(SetupPacket setup, Instant now, DetachRules rules) {
        if (DfuRequest.of(setup).filter(DfuRequest.DETACH::equals).isPresent()) {
            return detach(setup, now, rules);
        }
        return new Transition(this, report(setup).orElseGet(() -> Reply.stall("not a request for appIDLE")));
    }

    private Transition detach(SetupPacket setup, Instant now, DetachRules rules) {
        if (setup.wLength() > 0) {
            return new Transition(this, Reply.stall("DETACH has no data stage"));
        }
        Optional<Duration> granted = rules.grant(setup.wValue());
        return granted.map(time -> new Transition(new AppDetach(now.plus(time)), Reply.ack()))
                .orElseGet(() -> new Transition(this, Reply.stall("the application refuses to detach")));
    }
}
