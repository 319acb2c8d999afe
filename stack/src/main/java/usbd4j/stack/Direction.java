package usbd4j.stack;

/** Direction of a control transfer's data stage: bit 7 of bmRequestType (USB 2.0, table 9-2). */
public enum Direction {
    /** Host to device. */
    OUT(0x00),
    /** Device to host. */
    IN(0x80);

    private static final int MASK = 0x80;

    private final int bits;

    Direction(int bits) {
        this.bits = bits;
    }

    /** {@return the bits of bmRequestType} */
    public int bits() {
        return bits;
    }

    static Direction of(int bmRequestType) {
        return (bmRequestType & MASK) == 0 ? OUT : IN;
    }
}
