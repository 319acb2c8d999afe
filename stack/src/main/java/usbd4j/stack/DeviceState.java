package usbd4j.stack;

/** How far the host has come with the device (USB 2.0, 9.1.1). */
public enum DeviceState {
    /** The bus was reset, and the device answers to address 0. Most requests are not specified here. */
    DEFAULT,
    /** The device has an address of its own, and no interfaces yet. */
    ADDRESS,
    /** The host chose a configuration: interfaces and endpoints are in use. */
    CONFIGURED
}
