package usbd4j.stack.descriptor;

/** How data flow through an endpoint (USB 2.0, 4.7). Isochronous endpoints are not offered. */
public enum TransferType {
    /** As much as there is room for on the bus, and nothing is lost. */
    BULK(2),
    /** A little, at regular times, and nothing is lost. */
    INTERRUPT(3);

    private final int code;

    TransferType(int code) {
        this.code = code;
    }

    /** {@return its code in bits 1 and 0 of bmAttributes} */
    public int code() {
        return code;
    }
}
