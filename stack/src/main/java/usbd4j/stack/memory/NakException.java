package usbd4j.stack.memory;

/** The endpoint answered NAK. A real host would retry until the transfer times out. */
public final class NakException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NakException(int bEndpointAddress) {
        super("the device has no transfer submitted for endpoint 0x%02x".formatted(bEndpointAddress));
    }
}
