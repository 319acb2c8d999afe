package usbd4j.gadget.trace;

/** A trace that can be read. */
public interface TraceSource {
    /**
     * Reads the trace to its end.
     *
     * @param listener is told each event; {@link TraceListener#ended} is not called
     * @throws usbd4j.gadget.GadgetException if it cannot be read, or is no trace
     */
    void tell(TraceListener listener);
}
