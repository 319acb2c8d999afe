package usbd4j.stack.descriptor;

/** Transfer type of an endpoint (USB 2.0, 4.7). */
public enum TransferType {
    /** Isochronous: a stream of data with a guaranteed rate, and no retries. */
    ISOCHRONOUS(1, 1023),
    /** Bulk: large amounts of data, using any available bandwidth. */
    BULK(2, 0),
    /** Interrupt: small amounts of data, with a bounded service period. */
    INTERRUPT(3, 64);

    private final int code;
    private final int largestPacket;

    TransferType(int code, int largestPacket) {
        this.code = code;
        this.largestPacket = largestPacket;
    }

    /** {@return the value of bits 1 and 0 of bmAttributes} */
    public int code() {
        return code;
    }

    /** {@return the largest packet that a class may choose for every speed; 0 if the speed alone determines it} */
    int largestPacket() {
        return largestPacket;
    }

    /**
     * {@return the transfer type of an endpoint}
     *
     * @param bmAttributes of its endpoint descriptor
     */
    static TransferType of(int bmAttributes) {
        return switch (bmAttributes & 3) {
            case 1 -> ISOCHRONOUS;
            case 2 -> BULK;
            case 3 -> INTERRUPT;
            default -> throw new IllegalArgumentException("a control endpoint other than endpoint zero");
        };
    }

    @Override
    public String toString() {
        return switch (this) {
            case ISOCHRONOUS -> "isochronous";
            case BULK -> "bulk";
            case INTERRUPT -> "interrupt";
        };
    }
}
