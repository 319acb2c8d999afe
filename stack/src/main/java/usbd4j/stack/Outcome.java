package usbd4j.stack;

/** How a transfer ended. */
public enum Outcome {
    /** The transfer completed. */
    DONE,
    /** The transfer was cancelled: the host reset, disconnected or reconfigured the device before it completed. */
    DROPPED,
    /** The host sent more data than the buffer could hold. */
    OVERFLOW
}
