package usbd4j.gadget.trace;

import java.util.Optional;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.StatusResponse;

/** The state of DFU that the host was told last, if it was told any since the device is on the bus. */
public final class ToldState implements TraceListener {
    private Optional<DfuState> state = Optional.empty();

    /** Begins with a host that was told nothing. */
    public ToldState() {}

    /** {@return the state; empty if the host was told none} */
    public Optional<DfuState> state() {
        return state;
    }

    @Override
    public void happened(TraceEvent event) {
        if (event instanceof Attached) {
            state = Optional.empty();
        }
        if (event instanceof ControlTransfer transfer && transfer.ending() == Ending.DONE) {
            state = told(transfer).or(() -> state);
        }
    }

    private static Optional<DfuState> told(ControlTransfer transfer) {
        return DfuRequest.of(transfer.setup()).flatMap(request -> switch (request) {
            case GETSTATUS -> StatusResponse.read(transfer.data().duplicate()).map(StatusResponse::bState);
            case GETSTATE -> Vocabulary.state(transfer.data());
            case DETACH, DNLOAD, UPLOAD, CLRSTATUS, ABORT -> Optional.empty();
        });
    }

    @Override
    public boolean wantsEndpoints() {
        return false;
    }
}
