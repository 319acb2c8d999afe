package usbd4j.dfu.mode;

import java.time.Instant;
import java.util.Optional;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.Reply;
import usbd4j.stack.SetupPacket;

/**
 * A state of the device in DFU mode (DFU 1.1, A.2.3 to A.2.11), and what it makes of a request. What a state does not take is
 * refused, and leads to dfuERROR.
 */
sealed interface ModeState permits Resting, Synchronizing, Busy, Gone, InError {
    /** {@return the state as the host knows it} */
    DfuState state();

    /** {@return when the state ends by itself, or empty if it does not} */
    default Optional<Instant> until() {
        return Optional.empty();
    }

    /** {@return the state that follows when it has ended by itself} */
    default ModeState afterwards(Machine machine) {
        return this;
    }

    /** {@return how the device leaves the bus when it comes into this state, or empty if it stays} */
    default Optional<Departure> departure(Machine machine) {
        return Optional.empty();
    }

    /**
     * {@return the reply to a request of type class to the DFU interface}
     *
     * @param setup the request
     * @param now the time
     * @param machine is led to the next state, at once or after the status stage
     */
    default Reply request(SetupPacket setup, Instant now, Machine machine) {
        Optional<DfuRequest> request = DfuRequest.of(setup);
        if (request.isEmpty()) {
            return refuse(machine);
        }
        return switch (request.get()) {
            case DNLOAD -> setup.wLength() > 0 ? download(setup, now, machine) : complete(machine);
            case UPLOAD -> upload(setup, machine);
            case GETSTATUS -> status(now, machine);
            case GETSTATE -> stateAlone(machine);
            case CLRSTATUS -> setup.wLength() > 0 ? refuse(machine) : clearStatus(machine);
            case ABORT -> setup.wLength() > 0 ? refuse(machine) : abort(machine);
            case DETACH -> refuse(machine);
        };
    }

    /** {@return the reply to DNLOAD with data} */
    default Reply download(SetupPacket setup, Instant now, Machine machine) {
        return refuse(machine);
    }

    /** {@return the reply to DNLOAD without data: the host has sent all} */
    default Reply complete(Machine machine) {
        return refuse(machine);
    }

    /** {@return the reply to UPLOAD} */
    default Reply upload(SetupPacket setup, Machine machine) {
        return refuse(machine);
    }

    /** {@return the reply to GETSTATUS} */
    default Reply status(Instant now, Machine machine) {
        return refuse(machine);
    }

    /** {@return the reply to GETSTATE} */
    default Reply stateAlone(Machine machine) {
        return Reply.data(state().bytes());
    }

    /** {@return the reply to CLRSTATUS} */
    default Reply clearStatus(Machine machine) {
        return refuse(machine);
    }

    /** {@return the reply to ABORT} */
    default Reply abort(Machine machine) {
        return refuse(machine);
    }

    /** {@return the reply to whatever the state does not take} */
    default Reply refuse(Machine machine) {
        return machine.refuse(DfuStatus.ERR_STALLEDPKT, "not a request for " + state());
    }

    /** {@return the reply to a request that leads back to dfuIDLE} */
    static Reply backToIdle(Machine machine) {
        return Reply.ack(now -> {
            machine.memory().abort();
            machine.enter(new Idle());
        });
    }
}
