package usbd4j.stack.memory;

/** The device sent more than the host asked for. The host kept nothing of it. */
public final class BabbleException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BabbleException(int bEndpointAddress) {
        super("the device sent more on endpoint 0x%02x than the host asked for".formatted(bEndpointAddress));
    }
}
