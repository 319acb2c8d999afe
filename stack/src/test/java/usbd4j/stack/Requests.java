package usbd4j.stack;

/** Vendor requests. */
final class Requests {
    private Requests() {}

    static SetupPacket in(Recipient recipient, int wIndex, int wLength) {
        return SetupPacket.of(Direction.IN, RequestType.VENDOR, recipient, 1, 0, wIndex, wLength);
    }

    static SetupPacket out(Recipient recipient, int wIndex, int wLength) {
        return SetupPacket.of(Direction.OUT, RequestType.VENDOR, recipient, 1, 0, wIndex, wLength);
    }
}
