package usbd4j.stack.memory;

/** The device stalled a request or has halted the endpoint. The message is the reason that the device logs. */
public final class StallException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StallException(String reason) {
        super(reason);
    }
}
