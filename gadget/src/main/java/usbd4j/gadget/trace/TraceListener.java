package usbd4j.gadget.trace;

import java.time.Instant;

/** Receives the events of a trace, each when it is over. */
public interface TraceListener {
    /**
     * Called with each event.
     *
     * @param event what happened; its data are valid during the call, see {@link TraceEvent#kept}
     */
    void happened(TraceEvent event);

    /**
     * Called when no event follows.
     *
     * @param time when
     */
    default void ended(Instant time) {}

    /** {@return whether {@link EndpointTransfer}s are wanted} Asked once; where nobody wants them, transfers cost nothing. */
    default boolean wantsEndpoints() {
        return true;
    }
}
