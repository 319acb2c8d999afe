package usbd4j.stack.fault;

import usbd4j.stack.UsbException;

/** A fault is on an endpoint that the device does not have, or that it cannot be on. */
public final class MissingEndpointException extends UsbException {
    private static final long serialVersionUID = 1;

    MissingEndpointException(String sentence) {
        super(sentence);
    }
}
