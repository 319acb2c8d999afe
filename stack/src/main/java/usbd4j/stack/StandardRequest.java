package usbd4j.stack;

import java.util.Optional;

/** The standard requests (USB 2.0, table 9-4). */
public enum StandardRequest {
    /** Tells what features are on. */
    GET_STATUS(0, Direction.IN),
    /** Puts a feature off. */
    CLEAR_FEATURE(1, Direction.OUT),
    /** Puts a feature on. */
    SET_FEATURE(3, Direction.OUT),
    /** Gives the device its address. */
    SET_ADDRESS(5, Direction.OUT),
    /** Asks for a descriptor. */
    GET_DESCRIPTOR(6, Direction.IN),
    /** Changes a descriptor. */
    SET_DESCRIPTOR(7, Direction.OUT),
    /** Tells which configuration is in use. */
    GET_CONFIGURATION(8, Direction.IN),
    /** Chooses a configuration. */
    SET_CONFIGURATION(9, Direction.OUT),
    /** Tells which alternate setting of an interface is in use. */
    GET_INTERFACE(10, Direction.IN),
    /** Chooses an alternate setting of an interface. */
    SET_INTERFACE(11, Direction.OUT),
    /** Tells an isochronous endpoint's synchronization frame. */
    SYNCH_FRAME(12, Direction.IN);

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

    /** {@return which way its data stage goes; OUT if it has none} */
    public Direction direction() {
        return direction;
    }

    /**
     * {@return the request that a setup packet makes, or empty if it is no standard request}
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
     * {@return the setup packet of this request}
     *
     * @param recipient whom it is for
     * @param wValue 2 bytes
     * @param wIndex 2 bytes
     * @param wLength 2 bytes
     */
    public SetupPacket setup(Recipient recipient, int wValue, int wIndex, int wLength) {
        return SetupPacket.of(direction, RequestType.STANDARD, recipient, code, wValue, wIndex, wLength);
    }
}
