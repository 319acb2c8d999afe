package usbd4j.stack;

import java.util.Locale;

/** Whom a request is for: bits 4 to 0 of bmRequestType (USB 2.0, table 9-2). */
public enum Recipient {
    /** The device as a whole. */
    DEVICE(0),
    /** The interface that the low byte of wIndex names. */
    INTERFACE(1),
    /** The endpoint that the low byte of wIndex names. */
    ENDPOINT(2),
    /** Something else, known to the class. */
    OTHER(3),
    /** None of these: codes 4 to 31. */
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
