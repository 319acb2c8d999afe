package usbd4j.stack.usbip;

import java.io.Serial;

/** The host has sent what is not USB/IP. Nothing that follows can be understood. */
final class ProtocolException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    ProtocolException(String message) {
        super(message);
    }
}
