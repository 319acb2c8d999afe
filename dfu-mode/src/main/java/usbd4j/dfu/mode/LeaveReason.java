package usbd4j.dfu.mode;

/** Why the device leaves the bus. */
public enum LeaveReason {
    /** The host reset the bus: it comes back in run-time. */
    BUS_RESET,
    /** Manifestation is over: it comes back in run-time. */
    MANIFESTED,
    /** The host sent DETACH: it comes back in run-time. */
    DETACHED,
    /** Its memory asked for a reset: it comes back in DFU mode. */
    MEMORY_RESET
}
