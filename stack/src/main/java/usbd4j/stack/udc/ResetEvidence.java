package usbd4j.stack.udc;

/** What the kernel's own calls say of a bus reset before an event. */
public enum ResetEvidence {
    /** Nobody watches the kernel: only the controller's state can tell. */
    UNWATCHED,
    /** The host has neither reset the bus nor left. */
    NONE,
    /** The host has reset the bus. */
    RESET,
    /** The controller has reported that the host left; dwc2 reports a bus reset like that, too. */
    DISCONNECT
}
