package usbd4j.dfu.mode;

/** Why the device leaves the bus by itself. */
enum LeaveReason {
    /** Manifestation is over: it comes back in run-time. */
    MANIFESTED,
    /** The host sent DETACH: it comes back in run-time. */
    DETACHED,
    /** Its memory asked for a reset: it comes back in DFU mode. */
    MEMORY_RESET
}
