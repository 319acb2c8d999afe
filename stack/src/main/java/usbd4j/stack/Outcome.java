package usbd4j.stack;

/** How a transfer ended. */
public enum Outcome {
    /** The transfer completed. */
    DONE,
    /** The transfer was cancelled: the host reset, disconnected or reconfigured the device before it completed. */
    DROPPED,
    /** An isochronous transfer: its interval passed, or its packet was damaged, and there are no retries. */
    MISSED,
    /** The host sent more data than the buffer could hold. */
    OVERFLOW
}
