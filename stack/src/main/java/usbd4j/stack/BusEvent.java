package usbd4j.stack;

/** What happened on the bus, other than a request. */
public enum BusEvent {
    /** The host reset the bus; the device is in state Default (USB 2.0, 9.1.1.3). */
    RESET,
    /** The host selected a configuration; the device's interfaces are in use. */
    CONFIGURED,
    /**
     * The host deconfigured the device (SET_CONFIGURATION 0) or selected a configuration again; CONFIGURED follows in that
     * case.
     */
    DECONFIGURED,
    /** The host suspended the bus; the device must draw only suspend current (USB 2.0, 9.1.1.6). */
    SUSPENDED,
    /** The host resumed the bus. */
    RESUMED,
    /** The device was disconnected from the host. */
    DETACHED
}
