package usbd4j.stack;

import java.util.Optional;

/** The standard requests (USB 2.0, table 9-4; USB 3.2, table 9-5). */
public enum StandardRequest {
    /** Returns the status of the device, an interface or an endpoint. */
    GET_STATUS(0, Direction.IN),
    /** Clears or disables a feature. */
    CLEAR_FEATURE(1, Direction.OUT),
    /** Sets or enables a feature. */
    SET_FEATURE(3, Direction.OUT),
    /** Sets the device address. */
    SET_ADDRESS(5, Direction.OUT),
    /** Returns a descriptor. */
    GET_DESCRIPTOR(6, Direction.IN),
    /** Updates or adds a descriptor. */
    SET_DESCRIPTOR(7, Direction.OUT),
    /** Returns the current bConfigurationValue. */
    GET_CONFIGURATION(8, Direction.IN),
    /** Selects a configuration. */
    SET_CONFIGURATION(9, Direction.OUT),
    /** Returns the current alternate setting of an interface. */
    GET_INTERFACE(10, Direction.IN),
    /** Selects an alternate setting of an interface. */
    SET_INTERFACE(11, Direction.OUT),
    /** Returns an isochronous endpoint's synchronization frame. */
    SYNCH_FRAME(12, Direction.IN),
    /** Sets how long the bus takes to leave link states U1 and U2, at super speed. */
    SET_SEL(48, Direction.OUT),
    /** Sets how long a packet takes from the host to the device, at super speed. */
    SET_ISOCH_DELAY(49, Direction.OUT);

    private final int code;
    private final Direction direction;

    StandardRequest(int code, Direction direction) {
        this.code = code;
        this.direction = direction;
    }

    /** {@return the value of bRequest} */
    public int code() {
        return code;
    }

    /** {@return the direction of the data stage; OUT if it has none} */
    public Direction direction() {
        return direction;
    }

    /**
     * {@return the standard request in a setup packet, or empty if it is not a standard request}
     *
     * @param setup the setup packet
     */
    public static Optional<StandardRequest> of(SetupPacket setup) {
        if (setup.type() == RequestType.STANDARD) {
            for (StandardRequest request : values()) {
                if (request.code == setup.bRequest() && request.direction == setup.direction()) {
                    return Optional.of(request);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * {@return a setup packet for this request}
     *
     * @param recipient bits 4 to 0 of bmRequestType
     * @param wValue 2 bytes
     * @param wIndex 2 bytes
     * @param wLength 2 bytes
     */
    public SetupPacket setup(Recipient recipient, int wValue, int wIndex, int wLength) {
        return SetupPacket.of(direction, RequestType.STANDARD, recipient, code, wValue, wIndex, wLength);
    }
}
