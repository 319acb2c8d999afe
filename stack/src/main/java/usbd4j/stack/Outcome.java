package usbd4j.stack;

/** How a transfer ended. */
public enum Outcome {
    /** The data are here, or there. */
    DONE,
    /** The host reset or left the device, or configured it anew, before all was transferred. */
    DROPPED,
    /** The host sent more than there was room for. */
    OVERFLOW
}
