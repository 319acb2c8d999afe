package usbd4j.stack;

import java.util.Locale;

/** Recipient of a request: bits 4 to 0 of bmRequestType (USB 2.0, table 9-2). */
public enum Recipient {
    /** The device as a whole. */
    DEVICE(0),
    /** The interface whose number is in the low byte of wIndex. */
    INTERFACE(1),
    /** The endpoint whose address is in the low byte of wIndex. */
    ENDPOINT(2),
    /** Other; defined by the class or vendor. */
    OTHER(3),
    /** Reserved: codes 4 to 31. */
    RESERVED(4);

    private static final int MASK = 0x1F;

    private final int bits;

    Recipient(int bits) {
        this.bits = bits;
    }

    /** {@return the bits of bmRequestType} */
    public int bits() {
        return bits;
    }

    static Recipient of(int bmRequestType) {
        return switch (bmRequestType & MASK) {
            case 0 -> DEVICE;
            case 1 -> INTERFACE;
            case 2 -> ENDPOINT;
            case 3 -> OTHER;
            default -> RESERVED;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
