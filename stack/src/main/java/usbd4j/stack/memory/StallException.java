package usbd4j.stack.memory;

/** The device stalled a request. The message is the reason that the device gave for its own log. */
public final class StallException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StallException(String reason) {
        super(reason);
    }
}
