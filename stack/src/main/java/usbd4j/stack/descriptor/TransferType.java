package usbd4j.stack.descriptor;

/** Transfer type of an endpoint (USB 2.0, 4.7). Isochronous endpoints are not supported. */
public enum TransferType {
    /** Bulk: large amounts of data, using any available bandwidth. */
    BULK(2),
    /** Interrupt: small amounts of data, with a bounded service period. */
    INTERRUPT(3);

    private final int code;

    TransferType(int code) {
        this.code = code;
    }

    /** {@return the value of bits 1 and 0 of bmAttributes} */
    public int code() {
        return code;
    }
}
