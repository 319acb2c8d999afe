package usbd4j.dfu.mode;

/** How a device leaves the bus by itself. */
enum Departure {
    /** To come back in run-time, and run its firmware. */
    FOR_RUN_TIME,
    /** To come back in DFU mode. */
    FOR_DFU_MODE
}
