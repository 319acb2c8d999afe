package usbd4j.dfu.runtime;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.StatusResponse;
import usbd4j.stack.Reply;
import usbd4j.stack.SetupPacket;

/**
 * A state of the DFU run-time class (DFU 1.1, A.2.1 and A.2.2) and its replies.
 */
sealed interface RuntimeState permits AppIdle, AppDetach {
    /** {@return the state that the host is told} */
    DfuState state();

    /** {@return when the state ends by itself, or empty if it does not} */
    Optional<Instant> until();

    /** {@return the line to log when a request leads to this state} */
    String describe(boolean bitWillDetach);

    /**
     * {@return the reply to a class request}
     *
     * @param setup a request of type class to the DFU interface
     * @param rules whether a DETACH is accepted, and for how long
     * @param enter called with the next state if the request changes it: at once for a stall, and after the status stage for an
     *     accepted DETACH
     */
    Reply request(SetupPacket setup, DetachRules rules, Consumer<RuntimeState> enter);

    /** {@return the answer to GETSTATUS and GETSTATE, or empty for other requests} */
    default Optional<Reply> report(SetupPacket setup) {
        return DfuRequest.of(setup).flatMap(request -> switch (request) {
            case GETSTATUS -> Optional.of(Reply.data(StatusResponse.ok(state()).bytes()));
            case GETSTATE -> Optional.of(Reply.data(state().bytes()));
            case DETACH, DNLOAD, UPLOAD, CLRSTATUS, ABORT -> Optional.empty();
        });
    }
}
