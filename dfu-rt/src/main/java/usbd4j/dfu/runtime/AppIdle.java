package usbd4j.dfu.runtime;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.DfuState;
import usbd4j.stack.Reply;
import usbd4j.stack.SetupPacket;

/** appIDLE: runs the application (DFU 1.1, A.2.1). */
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
    public String describe(boolean bitWillDetach) {
        return "DETACH cancelled: back to appIDLE";
    }

    @Override
    public Reply request(SetupPacket setup, DetachRules rules, Consumer<RuntimeState> enter) {
        if (DfuRequest.of(setup).filter(DfuRequest.DETACH::equals).isPresent()) {
            return detach(setup, rules, enter);
        }
        return report(setup).orElseGet(() -> Reply.stall("not a request for appIDLE"));
    }

    private static Reply detach(SetupPacket setup, DetachRules rules, Consumer<RuntimeState> enter) {
        if (setup.wLength() > 0) {
            return Reply.stall("DETACH has no data stage");
        }
        return rules.time(setup.wValue())
                .map(time -> Reply.ack(now -> enter.accept(new AppDetach(time, now.plus(time)))))
                .orElseGet(() -> Reply.stall("the application refuses to detach"));
    }
}
