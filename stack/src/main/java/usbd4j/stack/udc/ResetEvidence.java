package usbd4j.stack.udc;

/** What the kernel's own calls show of a bus reset before an event. */
public enum ResetEvidence {
    /** The kernel is not watched; only the controller's state can tell. */
    UNWATCHED,
    /** The host has neither reset the bus nor disconnected. */
    NONE,
    /** The host has reset the bus. */
    RESET,
    /** The controller has reported a disconnect; dwc2 reports a bus reset in the same way. */
    DISCONNECT
}
