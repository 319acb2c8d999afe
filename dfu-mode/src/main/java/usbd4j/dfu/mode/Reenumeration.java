package usbd4j.dfu.mode;

/** How the device comes back after it has left the bus by itself. */
enum Reenumeration {
    /** In run-time, running its firmware. */
    IN_RUN_TIME,
    /** In DFU mode. */
    IN_DFU_MODE
}
