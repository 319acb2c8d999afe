package usbd4j.stack.usbip;

import java.io.Serial;
import usbd4j.stack.UsbException;

/** A server does not give a device. */
public final class RemoteException extends UsbException {
    @Serial
    private static final long serialVersionUID = 1;

    /** Whether, and when, it may give it. */
    public enum Reason {
        /** The device is off its bus, or there is none of that name. */
        ABSENT,
        /** Another client has it, or the server does not answer. */
        PASSING,
        /** The server is of another version of USB/IP, or something else. */
        LASTING
    }

    private final Reason reason;

    RemoteException(String message, Reason reason) {
        super(message);
        this.reason = reason;
    }

    /** {@return whether it is of use to ask again} */
    public Reason reason() {
        return reason;
    }
}
