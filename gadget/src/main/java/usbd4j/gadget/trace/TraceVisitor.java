package usbd4j.gadget.trace;

/** A listener with a method for each kind of event. */
public interface TraceVisitor extends TraceListener {
    @Override
    default void happened(TraceEvent event) {
        event.tell(this);
    }

    /** Called when the device is put on the bus, as one persona or the other. */
    void attached(Attached event);

    /** Called when a control transfer is over, or its answer is put off. */
    void control(ControlTransfer event);

    /** Called when the state of the bus changes. */
    void bus(BusChange event);

    /** Called when the host has chosen an alternate setting, and the kernel has answered. */
    void setting(SettingChange event);

    /** Called when a transfer on another endpoint than zero is over. */
    void transfer(EndpointTransfer event);

    /** Called when the program has something to say. */
    void note(Note event);

    /** Called where events are missing. */
    void lost(Lost event);
}
