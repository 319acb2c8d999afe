package usbd4j.gadget.serve;

import java.util.Optional;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.StatusResponse;
import usbd4j.gadget.trace.Attached;
import usbd4j.gadget.trace.ControlTransfer;
import usbd4j.gadget.trace.Ending;
import usbd4j.gadget.trace.TraceEvent;
import usbd4j.gadget.trace.TraceListener;

/** The state of DFU that the host was told last, if it was told any since the device is on the bus. */
final class ToldState implements TraceListener {
    private Optional<DfuState> state = Optional.empty();

    boolean is(DfuState other) {
        return state.filter(other::equals).isPresent();
    }

    @Override
    public void happened(TraceEvent event) {
        if (event instanceof Attached) {
            state = Optional.empty();
        }
        if (event instanceof ControlTransfer transfer && transfer.ending() == Ending.DONE) {
            told(transfer).ifPresent(each -> state = Optional.of(each));
        }
    }

    private static Optional<DfuState> told(ControlTransfer transfer) {
        return DfuRequest.of(transfer.setup()).flatMap(request -> switch (request) {
            case GETSTATUS -> StatusResponse.read(transfer.data().duplicate()).map(StatusResponse::bState);
            case GETSTATE ->
                transfer.data().hasRemaining()
                        ? DfuState.of(transfer.data().get(transfer.data().position()))
                        : Optional.empty();
            case DETACH, DNLOAD, UPLOAD, CLRSTATUS, ABORT -> Optional.empty();
        });
    }

    @Override
    public boolean wantsEndpoints() {
        return false;
    }
}
