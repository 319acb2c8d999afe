package usbd4j.dfu.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import usbd4j.dfu.DfuState;
import usbd4j.stack.Reply;
import usbd4j.stack.SetupPacket;

/**
 * appDETACH: DETACH was accepted (DFU 1.1, A.2.2).
 *
 * @param time how long the state lasts
 * @param end when the state ends
 */
record AppDetach(Duration time, Instant end) implements RuntimeState {
    @Override
    public DfuState state() {
        return DfuState.APP_DETACH;
    }

    @Override
    public Optional<Instant> until() {
        return Optional.of(end);
    }

    @Override
    public String describe(boolean bitWillDetach) {
        String what = bitWillDetach ? "detaching by itself in" : "waiting for a bus reset for";
        return "appDETACH, " + what + " " + time.toMillis() + " ms";
    }

    @Override
    public Reply request(SetupPacket setup, DetachRules rules, Consumer<RuntimeState> enter) {
        return report(setup).orElseGet(() -> {
            enter.accept(new AppIdle());
            return Reply.stall("not a request for appDETACH");
        });
    }
}
