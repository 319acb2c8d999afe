package usbd4j.gadget.serve;

import java.util.Optional;
import usbd4j.dfu.DfuRequest;
import usbd4j.gadget.device.FaultyRequest;
import usbd4j.stack.SetupPacket;

/** The last request of DFU that came where a fault is. */
final class RequestBefore {
    private Optional<SetupPacket> last = Optional.empty();

    /** {@return whether it is that request, or it does not matter which it is} */
    boolean isAny(Optional<FaultyRequest> wanted) {
        return wanted.isEmpty() || last.filter(wanted.get()::is).isPresent();
    }

    /** Called with each request. */
    void passed(SetupPacket setup) {
        if (DfuRequest.of(setup).isPresent()) {
            last = Optional.of(setup);
        }
    }
}
