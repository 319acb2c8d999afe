package usbd4j.gadget.trace;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import usbd4j.stack.StandardRequest;

/** Logs the events: a line each. */
public final class LiveLog implements TraceListener {
    private static final Logger LOG = System.getLogger(LiveLog.class.getName());
    private static final Optional<StandardRequest> GET_DESCRIPTOR = Optional.of(StandardRequest.GET_DESCRIPTOR);

    @Override
    public void happened(TraceEvent event) {
        // Where the device is, its site logs, and knows the path.
        if (!(event instanceof Attached)) {
            LOG.log(isOfEnumeration(event) ? Level.DEBUG : Level.INFO, event::text);
        }
    }

    /** Where the device answers them itself, a host asks for more than ten before the first request that matters. */
    private static boolean isOfEnumeration(TraceEvent event) {
        return event instanceof ControlTransfer transfer
                && transfer.ending() == Ending.DONE
                && StandardRequest.of(transfer.setup()).equals(GET_DESCRIPTOR);
    }

    @Override
    public boolean wantsEndpoints() {
        return false;
    }
}
