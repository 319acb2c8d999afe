package usbd4j.stack;

import java.util.Locale;

/** Type of a request: bits 6 and 5 of bmRequestType (USB 2.0, table 9-2). */
public enum RequestType {
    /** Defined by the USB specification, chapter 9. */
    STANDARD(0x00),
    /** Defined by a device class specification. */
    CLASS(0x20),
    /** Defined by the device's vendor. */
    VENDOR(0x40),
    /** Reserved. */
    RESERVED(0x60);

    private static final int MASK = 0x60;

    private final int bits;

    RequestType(int bits) {
        this.bits = bits;
    }

    /** {@return the bits of bmRequestType} */
    public int bits() {
        return bits;
    }

    static RequestType of(int bmRequestType) {
        return switch (bmRequestType & MASK) {
            case 0x00 -> STANDARD;
            case 0x20 -> CLASS;
            case 0x40 -> VENDOR;
            default -> RESERVED;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
