package usbd4j.gadget.serve;

import java.util.Optional;
import usbd4j.dfu.DfuRequest;
import usbd4j.gadget.device.FaultyRequest;
import usbd4j.gadget.trace.ControlTransfer;
import usbd4j.gadget.trace.TraceEvent;
import usbd4j.gadget.trace.TraceListener;
import usbd4j.stack.SetupPacket;

/** The last request of DFU that the host sent, whatever became of it. */
final class RequestBefore implements TraceListener {
    private Optional<SetupPacket> last = Optional.empty();

    /** {@return whether it is that request, or it does not matter which it is} */
    boolean isAny(Optional<FaultyRequest> wanted) {
        return wanted.isEmpty() || last.filter(wanted.get()::is).isPresent();
    }

    @Override
    public void happened(TraceEvent event) {
        if (event instanceof ControlTransfer transfer
                && DfuRequest.of(transfer.setup()).isPresent()) {
            last = Optional.of(transfer.setup());
        }
    }

    @Override
    public boolean wantsEndpoints() {
        return false;
    }
}
