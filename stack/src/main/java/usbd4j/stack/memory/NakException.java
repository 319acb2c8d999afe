package usbd4j.stack.memory;

/** An endpoint is not ready: a real host would go on asking until it is, or until it loses patience. */
public final class NakException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NakException(int bEndpointAddress) {
        super("the device has no transfer submitted for endpoint 0x%02x".formatted(bEndpointAddress));
    }
}
