package usbd4j.stack;

/** The visible device states that a host brings a device into (USB 2.0, 9.1.1). */
public enum DeviceState {
    /** The bus was reset; the device responds at address 0. Most requests are unspecified in this state. */
    DEFAULT,
    /** The device has a unique address and is not configured. */
    ADDRESS,
    /** The host selected a configuration; interfaces and endpoints are in use. */
    CONFIGURED
}
