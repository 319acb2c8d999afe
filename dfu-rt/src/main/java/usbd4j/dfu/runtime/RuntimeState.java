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
 * A state of the DFU run-time class (DFU 1.1, A.2.1 and A.2.2), and what it makes of a request.
 */
sealed interface RuntimeState permits AppIdle, AppDetach {
    /** {@return the state as the host knows it} */
    DfuState state();

    /** {@return when the state ends by itself, or empty if it does not} */
    Optional<Instant> until();

    /** {@return what to tell whoever watches when the state is entered by a request} */
    String describe(boolean bitWillDetach);

    /**
     * {@return the reply to a class request}
     *
     * @param setup a request of type class to the DFU interface
     * @param rules what a DETACH is granted
     * @param enter called with the next state, if the request leads to another one: at once for a refusal, and after the
     *     status stage for a DETACH, of which the host must know
     */
    Reply request(SetupPacket setup, DetachRules rules, Consumer<RuntimeState> enter);

    /** {@return the answer that is the same in both states, or empty if the request is another one} */
    default Optional<Reply> report(SetupPacket setup) {
        return DfuRequest.of(setup).flatMap(request -> switch (request) {
            case GETSTATUS -> Optional.of(Reply.data(StatusResponse.ok(state()).bytes()));
            case GETSTATE -> Optional.of(Reply.data(state().bytes()));
            case DETACH, DNLOAD, UPLOAD, CLRSTATUS, ABORT -> Optional.empty();
        });
    }
}
