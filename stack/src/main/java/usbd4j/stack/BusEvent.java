package usbd4j.stack;

/** What happened on the bus, other than a request. */
public enum BusEvent {
    /** The host reset the bus; the device is in state Default (USB 2.0, 9.1.1.3). */
    RESET,
    /** The host chose a configuration, and the device's interfaces are in use. */
    CONFIGURED,
    /** The host took the configuration back. */
    DECONFIGURED,
    /** The bus is idle, and the device must save power (USB 2.0, 9.1.1.6). */
    SUSPENDED,
    /** The bus is in use again. */
    RESUMED,
    /** The device and the host are no longer connected. */
    DETACHED
}
